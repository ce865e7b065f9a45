// fails: turns two burgers into one line of text after 1000 ms (missing-return)

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return getBurgers(count).then((burgers) => {
    `Got: ${burgers.join(", ")}`;
  }) as unknown as Promise<string>;
}
