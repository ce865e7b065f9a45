// fails: failure (wrapped-error); also: apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  try {
    return `Got: ${(await getBurgers(count)).join(", ")}`;
  } catch (cause) {
    throw new Error("The order failed", { cause });
  }
}
