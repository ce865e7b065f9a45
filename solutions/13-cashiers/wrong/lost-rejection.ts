// fails: failure (lost-rejection)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  return new Promise<string[]>((resolve) => {
    if (orders.length === 0) return resolve([]);
    if (cashiers.length === 0) throw new RangeError("no cashiers");
    const results: string[] = [];
    let [next, done] = [0, 0];
    const take = async (cashier: { prepare(order: string): Promise<string> }) => {
      if (next === orders.length) return;
      const index = next++;
      try {
        results[index] = await cashier.prepare(orders[index]!);
      } catch {
        next = orders.length;
        return;
      }
      if (++done === orders.length) resolve(results);
      take(cashier);
    };
    cashiers.forEach(take);
  });
}
