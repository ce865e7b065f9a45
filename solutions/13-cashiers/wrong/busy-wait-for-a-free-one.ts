// fails: failure (busy-wait); also: idle, throw, apart

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const busy = new Set<object>();
  const runs: Promise<void>[] = [];
  for (const [index, order] of orders.entries()) {
    let free = cashiers.find((cashier) => !busy.has(cashier));
    while (!free) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      free = cashiers.find((cashier) => !busy.has(cashier));
    }
    const cashier = free;
    busy.add(cashier);
    runs.push(
      (async () => {
        results[index] = await cashier.prepare(order);
        busy.delete(cashier);
      })(),
    );
  }
  await Promise.all(runs);
  return results;
}
