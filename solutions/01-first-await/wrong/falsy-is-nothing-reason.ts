// fails: failure (falsy-is-nothing)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  try {
    return `Got: ${(await getBurgers(count)).join(", ")}`;
  } catch (error) {
    if (error) throw error;
    return "Got: ";
  }
}
