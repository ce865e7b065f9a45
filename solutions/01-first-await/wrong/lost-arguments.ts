// fails: once (lost-arguments)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const ask = getBurgers as () => Promise<string[]>;
  return `Got: ${(await ask()).join(", ")}`;
}
