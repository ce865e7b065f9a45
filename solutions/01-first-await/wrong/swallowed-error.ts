// fails: passes on the kitchen's failure, unchanged (swallowed-error)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  try {
    return `Got: ${(await getBurgers(count)).join(", ")}`;
  } catch {
    return "Got: nothing";
  }
}
