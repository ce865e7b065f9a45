// fails: apart (shared-state)

let last: Promise<string[]>;

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  last = getBurgers(count);
  await last;
  return `Got: ${(await last).join(", ")}`;
}
