// fails: failure (wrapped-error)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const line = orders.entries();
  let failed = false;
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const [index, order] of line) {
        if (failed) return;
        try {
          results[index] = await cashier.prepare(order);
        } catch (cause) {
          failed = true;
          throw new Error(`${order} failed`, { cause });
        }
      }
    }),
  );
  return results;
}
