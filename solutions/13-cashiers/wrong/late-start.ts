// fails: story (late-start); also: idle, start, order

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const line = (function* () {
    yield* orders.entries();
  })();
  const results: string[] = [];
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const [index, order] of line) {
        results[index] = await cashier.prepare(order);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }),
  );
  return results;
}
