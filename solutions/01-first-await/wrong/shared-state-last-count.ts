// fails: apart (shared-state)

let ordered = 0;

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  ordered = count;
  await undefined;
  const burgers = await getBurgers(ordered);
  return `Got: ${burgers.join(", ")}`;
}
