// fails: failure (late-rejection)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const line = orders.entries();
  const failures: { reason: unknown }[] = [];
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const [index, order] of line) {
        if (failures.length > 0) return;
        try {
          results[index] = await cashier.prepare(order);
        } catch (reason) {
          failures.push({ reason });
        }
      }
    }),
  );
  if (failures[0]) throw failures[0].reason;
  return results;
}
