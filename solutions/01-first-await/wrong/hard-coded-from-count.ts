// fails: list (hard-coded)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  await getBurgers(count);
  const burgers = Array.from({ length: count }, (_, index) => `Burger ${index + 1}`);
  return `Got: ${burgers.join(", ")}`;
}
