// fails: apart (shared-state)

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  return inLine(orders, () => serveAll(orders, cashiers));
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

const lines = new Map<unknown, Promise<unknown>>();

/** One after the other for the same list. */
function inLine<T>(key: unknown, act: () => Promise<T>): Promise<T> {
  const before = lines.get(key);
  const own = before ? before.then(act) : act();
  lines.set(
    key,
    own.then(
      () => {},
      () => {},
    ),
  );
  return own;
}
