// fails: empty (input-refused)

export type Cashier = { prepare(order: string): Promise<string> };

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (cashiers.length === 0) throw new RangeError("There is no cashier");
  const results: string[] = [];
  let [next, failed] = [0, false];
  const work = async (cashier: Cashier) => {
    while (next < orders.length && !failed) {
      const index = next++;
      try {
        results[index] = await cashier.prepare(orders[index]!);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(cashiers.map(work));
  return results;
}
