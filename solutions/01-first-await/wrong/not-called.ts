// fails: story (not-called)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = (await getBurgers) as unknown as string[];
  return `Got: ${burgers.join(", ")}`;
}
