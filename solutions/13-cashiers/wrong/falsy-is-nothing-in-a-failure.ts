// fails: failure (falsy-is-nothing)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const line = orders.entries();
  let failure: unknown;
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const [index, order] of line) {
        if (failure) return;
        try {
          results[index] = await cashier.prepare(order);
        } catch (error) {
          failure = error;
          if (failure) throw failure;
        }
      }
    }),
  );
  return results;
}
