// fails: list (hard-coded)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  await getBurgers(count);
  return "Got: Burger 1, Burger 2";
}
