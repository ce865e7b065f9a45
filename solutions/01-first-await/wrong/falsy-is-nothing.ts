// fails: once (falsy-is-nothing)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = await getBurgers(count || 1);
  return `Got: ${burgers.join(", ")}`;
}
