// fails: turns two burgers into one line of text after 1000 ms (missing-return)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  getBurgers(count).then((burgers) => `Got: ${burgers.join(", ")}`);
  return undefined as unknown as string;
}
