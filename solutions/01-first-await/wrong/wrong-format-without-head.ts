// fails: story (wrong-format); also: list, apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return (await getBurgers(count)).join(", ");
}
