export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return "Got: " + (await getBurgers(count)).join(", ");
}
