// fails: story (others-unused); also: idle, start

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  for (const order of orders) results.push(await cashiers[0]!.prepare(order));
  return results;
}
