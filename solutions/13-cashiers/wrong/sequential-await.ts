// fails: story (sequential-await); also: idle, start, empty

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const results: string[] = [];
  for (const order of orders) results.push(await cashiers[0]!.prepare(order));
  return results;
}
