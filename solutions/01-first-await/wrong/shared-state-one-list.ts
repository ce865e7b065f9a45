// fails: keeps apart orders that overlap or follow each other (shared-state)

const burgers: string[] = [];

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  burgers.push(...(await getBurgers(count)));
  const line = `Got: ${burgers.join(", ")}`;
  return line;
}
