// fails: order (leaves-before-tasks-end)

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  const last = Promise.withResolvers<void>();
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("There is no cashier");
  const results: string[] = [];
  const line = orders.entries();
  let failed = false;
  const work = async (cashier: Cashier) => {
    for (const [index, order] of line) {
      try {
        results[index] = await cashier.prepare(order);
      } finally {
        failed ||= !(index in results);
        if (index === orders.length - 1) last.resolve();
      }
      // The loops do not hear of each other's failures: Promise.all only tells the caller.
      if (failed) return;
    }
  };
  if (orders.length === 0) return [];
  Promise.all(cashiers.map(work)).catch(last.reject);
  await last.promise;
  return results;
}
