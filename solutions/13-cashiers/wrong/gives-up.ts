// fails: order (gives-up)

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("There is no cashier");
  const results: string[] = [];
  const line = orders.entries();
  let failed = false;
  const work = async (cashier: Cashier) => {
    for (const [index, order] of line) {
      try {
        results[index] = await inTime(cashier.prepare(order));
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

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the kitchen does not answer")), 30000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
