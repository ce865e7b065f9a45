// fails: order (completion-order)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const line = orders.values();
  let failed = false;
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const order of line) {
        if (failed) return;
        try {
          results.push(await cashier.prepare(order));
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    }),
  );
  return results;
}
