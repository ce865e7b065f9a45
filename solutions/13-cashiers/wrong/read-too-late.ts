// fails: order (read-too-late); also: story

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("There is no cashier");
  const results: string[] = [];
  let next = 0;
  let failed = false;
  const work = async (cashier: Cashier) => {
    while (next < orders.length && !failed) {
      try {
        const result = await cashier.prepare(orders[next++]!);
        results[next - 1] = result;
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(cashiers.map(work));
  return results;
}
