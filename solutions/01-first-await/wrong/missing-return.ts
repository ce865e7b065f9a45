// fails: story (missing-return)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  getBurgers(count).then((burgers) => `Got: ${burgers.join(", ")}`);
  return undefined as unknown as string;
}
