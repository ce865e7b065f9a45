// fails: order (falsy-is-nothing); also: failure

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const line = orders.entries();
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const [index, order] of line) results[index] = await cashier.prepare(order);
    }),
  );
  return results.filter(Boolean);
}
