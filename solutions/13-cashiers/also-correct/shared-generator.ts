// A generator is closed for everyone as soon as one loop over it ends early: no flag is needed.

export interface Cashier {
  prepare(order: string): Promise<string>;
}

function* lineOf(orders: readonly string[]): Generator<[number, string]> {
  yield* orders.entries();
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length < 1) throw new RangeError("Somebody has to prepare the orders");
  const line = lineOf(orders);
  const results = Array.from(orders, () => "");
  const shifts = cashiers.map(async (cashier) => {
    for (const [place, order] of line) results[place] = await cashier.prepare(order);
  });
  await Promise.all(shifts);
  return results;
}
