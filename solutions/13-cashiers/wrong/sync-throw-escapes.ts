// fails: throw (sync-throw-escapes)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) return Promise.reject(new RangeError("no cashiers"));
  const results: string[] = [];
  let next = 0;
  const take = (cashier: { prepare(order: string): Promise<string> }): Promise<void> => {
    if (next >= orders.length) return Promise.resolve();
    const index = next++;
    return cashier.prepare(orders[index]!).then(
      (result) => {
        results[index] = result;
        return take(cashier);
      },
      (error) => {
        next = orders.length;
        throw error;
      },
    );
  };
  return Promise.all(cashiers.map(take)).then(() => results);
}
