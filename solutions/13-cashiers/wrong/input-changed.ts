// fails: apart (input-changed)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  let next = 0;
  await Promise.all(
    cashiers.map(async (cashier) => {
      while (orders.length > 0) {
        const index = next++;
        const order = orders.shift()!;
        try {
          results[index] = await cashier.prepare(order);
        } catch (error) {
          orders.length = 0;
          throw error;
        }
      }
    }),
  );
  return results;
}
