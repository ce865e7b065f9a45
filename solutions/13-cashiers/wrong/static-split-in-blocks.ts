// fails: idle (static-split); also: start, failure

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const share = Math.ceil(orders.length / cashiers.length);
  const shares = await Promise.all(
    cashiers.map(async (cashier, index) => {
      const results: string[] = [];
      for (const order of orders.slice(index * share, (index + 1) * share)) {
        results.push(await cashier.prepare(order));
      }
      return results;
    }),
  );
  return shares.flat();
}
