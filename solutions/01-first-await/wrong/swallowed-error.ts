// fails: failure (swallowed-error); also: apart

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
