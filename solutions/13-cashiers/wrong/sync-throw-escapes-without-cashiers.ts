// fails: empty (sync-throw-escapes)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const line = (function* () {
    yield* orders.entries();
  })();
  const work = async (cashier: { prepare(order: string): Promise<string> }) => {
    for (const [index, order] of line) results[index] = await cashier.prepare(order);
  };
  return Promise.all(cashiers.map(work)).then(() => results);
}
