// fails: order (falsy-is-nothing)

type Cashier = { prepare(order: string): Promise<string> };

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length === 0) return [];
  if (cashiers.length === 0) throw new RangeError("no cashiers");
  const queue = [...orders];
  const results: string[] = [];
  let [taken, failed] = [0, false];
  const work = async (cashier: Cashier) => {
    let order: string | undefined;
    while (!failed && (order = queue.shift())) {
      const index = taken++;
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
