// fails: story (hard-coded)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return "Got: Burger 1, Burger 2";
}
