// fails: failure (starts-after-failure)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  return new Promise<string[]>((resolve, reject) => {
    if (orders.length === 0) return resolve([]);
    if (cashiers.length === 0) throw new RangeError("no cashiers");
    const results: string[] = [];
    let [next, done] = [0, 0];
    const take = (cashier: { prepare(order: string): Promise<string> }) => {
      if (next === orders.length) return;
      const index = next++;
      Promise.try(() => cashier.prepare(orders[index]!))
        .then((result) => {
          results[index] = result;
          if (++done === orders.length) resolve(results);
        }, reject)
        .finally(() => take(cashier));
    };
    cashiers.forEach(take);
  });
}
