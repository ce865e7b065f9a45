// fails: story (unbounded); also: idle, start, order, failure, throw

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const line = orders.entries();
  const results: string[] = [];
  const work = async (cashier: { prepare(order: string): Promise<string> }) => {
    for (const [index, order] of line) results[index] = await cashier.prepare(order);
  };
  await Promise.all([...cashiers, cashiers[0]!].map(work));
  return results;
}
