// fails: once (repeated-call); also: story, list

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const orders = Array.from({ length: count }, () => getBurgers(1));
  return `Got: ${(await Promise.all(orders)).flat().join(", ")}`;
}
