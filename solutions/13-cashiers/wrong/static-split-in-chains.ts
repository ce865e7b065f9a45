// fails: idle (static-split); also: start, failure

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const last: Promise<unknown>[] = cashiers.map(() => Promise.resolve());
  return Promise.all(
    orders.map((order, index) => {
      const at = index % cashiers.length;
      const result = last[at]!.then(() => cashiers[at]!.prepare(order));
      last[at] = result;
      return result;
    }),
  );
}
