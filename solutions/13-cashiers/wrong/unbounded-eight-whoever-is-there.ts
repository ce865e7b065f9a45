// fails: idle (unbounded); also: start, order, failure, throw

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  for (let start = 0; start < orders.length; start += 8) {
    const row = orders.slice(start, start + 8);
    const made = row.map(async (order, index) => cashiers[index % cashiers.length]!.prepare(order));
    results.push(...(await Promise.all(made)));
  }
  return results;
}
