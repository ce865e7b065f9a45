// fails: story (missing-return); also: list, failure, apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  getBurgers(count).then((burgers) => `Got: ${burgers.join(", ")}`);
  return undefined as unknown as string;
}
