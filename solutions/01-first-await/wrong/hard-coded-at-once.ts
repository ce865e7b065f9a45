// fails: story (hard-coded); also: list, once, failure

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return "Got: Burger 1, Burger 2";
}
