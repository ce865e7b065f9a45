// fails: order (twins-merged); also: failure

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results = new Map<string, string>(orders.map((order) => [order, ""]));
  const line = orders.values();
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const order of line) results.set(order, await cashier.prepare(order));
    }),
  );
  return [...results.values()];
}
