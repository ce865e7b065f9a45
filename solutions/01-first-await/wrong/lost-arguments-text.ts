// fails: once (lost-arguments)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const ask = getBurgers as unknown as (count: string) => Promise<string[]>;
  return `Got: ${(await ask(`${count} burgers`)).join(", ")}`;
}
