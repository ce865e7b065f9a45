// Promise chains: each cashier's result is followed by that cashier's next order.

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length === 0) return Promise.resolve([]);
  if (cashiers.length === 0) return Promise.reject(new RangeError("No cashiers"));
  const results = new Array<string>(orders.length);
  let next = 0;
  const stop = (reason: unknown) => {
    next = orders.length;
    throw reason;
  };
  const takeFrom = (cashier: Cashier): Promise<void> => {
    if (next >= orders.length) return Promise.resolve();
    const index = next++;
    return Promise.try(() => cashier.prepare(orders[index]!)).then((result) => {
      results[index] = result;
      return takeFrom(cashier);
    }, stop);
  };
  return Promise.all(cashiers.map(takeFrom)).then(() => results);
}
