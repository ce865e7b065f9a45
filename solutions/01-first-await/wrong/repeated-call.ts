// fails: story (repeated-call); also: list, once

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  if ((await getBurgers(count)).length === 0) return "Got: ";
  return `Got: ${(await getBurgers(count)).join(", ")}`;
}
