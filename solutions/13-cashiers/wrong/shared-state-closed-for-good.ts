// fails: apart (shared-state)

type Cashier = { prepare(order: string): Promise<string> };

let failed = false;

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length === 0) return [];
  if (cashiers.length === 0) throw new RangeError("no cashiers");

  const line = orders.entries();
  const results: string[] = [];
  const work = async (cashier: Cashier) => {
    for (const [index, order] of line) {
      if (failed) return;
      try {
        results[index] = await cashier.prepare(order);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(cashiers.map(work));
  return results;
}
