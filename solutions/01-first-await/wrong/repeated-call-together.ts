// fails: once (repeated-call); also: story

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const [burgers] = await Promise.all([getBurgers(count), getBurgers(count)]);
  return `Got: ${burgers.join(", ")}`;
}
