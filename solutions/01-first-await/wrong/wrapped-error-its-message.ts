// fails: failure (wrapped-error)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  try {
    return `Got: ${(await getBurgers(count)).join(", ")}`;
  } catch (error) {
    throw error instanceof Error ? error.message : error;
  }
}
