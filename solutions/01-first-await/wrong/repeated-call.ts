// fails: turns two burgers into one line of text after 1000 ms (repeated-call)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  if ((await getBurgers(count)).length === 0) return "Got: ";
  return `Got: ${(await getBurgers(count)).join(", ")}`;
}
