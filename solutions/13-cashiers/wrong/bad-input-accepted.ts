// fails: empty (bad-input-accepted)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const results: string[] = [];
  const line = (function* () {
    yield* orders.entries();
  })();
  await Promise.all(
    cashiers.map(async (cashier) => {
      for (const [index, order] of line) results[index] = await cashier.prepare(order);
    }),
  );
  return results;
}
