export interface Cashier {
  prepare(order: string): Promise<string>;
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const atWork = new Map<Cashier, Promise<Cashier>>();
  const idle = [...cashiers];
  for (const [index, order] of orders.entries()) {
    const cashier = idle.pop() ?? (await Promise.race(atWork.values()));
    const work = cashier.prepare(order).then((result) => {
      results[index] = result;
      return cashier;
    });
    atWork.set(cashier, work);
    // Its failure is looked for later; until then it must not count as unhandled.
    work.catch(() => {});
  }
  await Promise.all(atWork.values());
  return results;
}
