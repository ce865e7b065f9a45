// fails: apart (shared-state)

const burgers: string[] = [];

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  burgers.push(...(await getBurgers(count)));
  const line = `Got: ${burgers.join(", ")}`;
  return line;
}
