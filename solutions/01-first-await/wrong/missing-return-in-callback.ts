// fails: story (missing-return); also: list

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return getBurgers(count).then((burgers) => {
    `Got: ${burgers.join(", ")}`;
  }) as unknown as Promise<string>;
}
