// fails: story (sequential-await); also: idle, start, empty

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const results: string[] = [];
  for (const [index, order] of orders.entries())
    results.push(await cashiers[index % cashiers.length]!.prepare(order));
  return results;
}
