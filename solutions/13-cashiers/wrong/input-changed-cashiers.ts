// fails: apart (input-changed)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const line = (function* () {
    yield* orders.entries();
  })();
  const results: string[] = [];
  const shifts: Promise<void>[] = [];
  while (cashiers.length > 0) {
    const cashier = cashiers.pop()!;
    const work = async () => {
      for (const [index, order] of line) results[index] = await cashier.prepare(order);
    };
    shifts.push(work());
  }
  await Promise.all(shifts);
  return results;
}
