// fails: story (forgotten-await); also: list, failure, apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = getBurgers(count);
  return `Got: ${burgers}`;
}
