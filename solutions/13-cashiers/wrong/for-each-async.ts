// fails: story (for-each-async); also: order, failure, throw, empty, apart

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const results: string[] = [];
  const line = orders.entries();
  cashiers.forEach(async (cashier) => {
    for (const [index, order] of line) results[index] = await cashier.prepare(order);
  });
  return results;
}
