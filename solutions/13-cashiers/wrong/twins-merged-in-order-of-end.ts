// fails: order (twins-merged)

type Cashier = { prepare(order: string): Promise<string> };

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const line = (function* () {
    yield* orders;
  })();
  const made = new Map<string, string[]>(orders.map((order) => [order, []]));
  const work = async (cashier: Cashier) => {
    for (const order of line) {
      const result = await cashier.prepare(order);
      made.get(order)!.push(result);
    }
  };
  await Promise.all(cashiers.map(work));
  return orders.map((order) => made.get(order)!.shift()!);
}
