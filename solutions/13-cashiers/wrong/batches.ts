// fails: idle (batches); also: start

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  for (let start = 0; start < orders.length; start += cashiers.length) {
    const row = orders.slice(start, start + cashiers.length);
    results.push(...(await Promise.all(row.map(async (order, index) => cashiers[index]!.prepare(order)))));
  }
  return results;
}
