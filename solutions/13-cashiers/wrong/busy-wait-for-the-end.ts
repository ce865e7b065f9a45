// fails: order (busy-wait); also: failure, throw, empty

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  return polled(serveAll(orders, cashiers));
}

async function serveAll(orders: string[], cashiers: Cashier[]): Promise<string[]> {
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
      }
      // The loops do not hear of each other's failures: Promise.all only tells the caller.
      if (failed) return;
    }
  };
  await Promise.all(cashiers.map(work));
  return results;
}

/** Looks every so often whether it has settled. */
async function polled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  promise.then(end, end);
  while (!over) await new Promise((resolve) => setTimeout(resolve, 10));
  return promise;
}
