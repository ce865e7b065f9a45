// A helper that runs a value through asynchronous steps.

type Step = (value: any) => unknown;

const pipe =
  (...steps: Step[]) =>
  (value: unknown) =>
    steps.reduce<Promise<any>>((before, step) => before.then(step), Promise.resolve(value));

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return pipe(
    getBurgers,
    (burgers: string[]) => burgers.join(", "),
    (list: string) => `Got: ${list}`,
  )(count);
}
