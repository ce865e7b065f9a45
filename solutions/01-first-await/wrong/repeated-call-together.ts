// fails: once (repeated-call)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const [burgers] = await Promise.all([getBurgers(count), getBurgers(count)]);
  return `Got: ${burgers.join(", ")}`;
}
