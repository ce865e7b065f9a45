// fails: apart (shared-state); also: once, failure

let order: Promise<string[]> | undefined;

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  order ??= getBurgers(count);
  return `Got: ${(await order).join(", ")}`;
}
