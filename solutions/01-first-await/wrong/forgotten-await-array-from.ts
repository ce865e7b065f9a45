// fails: turns two burgers into one line of text after 1000 ms (forgotten-await)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return `Got: ${Array.from(getBurgers(count) as any).join(", ")}`;
}
