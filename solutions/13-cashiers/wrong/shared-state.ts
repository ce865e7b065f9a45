// fails: apart (shared-state)

let next = 0;

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  next = 0;
  await Promise.all(
    cashiers.map(async (cashier) => {
      while (next < orders.length) {
        const index = next++;
        try {
          results[index] = await cashier.prepare(orders[index]!);
        } catch (error) {
          next = orders.length;
          throw error;
        }
      }
    }),
  );
  return results;
}
