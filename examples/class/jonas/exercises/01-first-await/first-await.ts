export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = await getBurgers(count);
  return `Got: ${burgers.join(", ")}`;
}
