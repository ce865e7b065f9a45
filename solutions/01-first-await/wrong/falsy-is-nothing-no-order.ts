// fails: once (falsy-is-nothing)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  if (!count) return "Got: ";
  return `Got: ${(await getBurgers(count)).join(", ")}`;
}
