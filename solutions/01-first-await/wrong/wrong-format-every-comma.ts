// fails: list (wrong-format)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = await getBurgers(count);
  return `Got: ${String(burgers).replaceAll(",", ", ")}`;
}
