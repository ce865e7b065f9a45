// fails: turns two burgers into one line of text after 1000 ms (wrong-format)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = await getBurgers(count);
  return `Got: ${burgers}`;
}
