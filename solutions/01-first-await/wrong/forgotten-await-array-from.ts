// fails: story (forgotten-await); also: list, failure, apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return `Got: ${Array.from(getBurgers(count) as any).join(", ")}`;
}
