// fails: story (busy-wait); also: idle, start, failure

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  return Promise.all(
    orders.map(async (order) => {
      for (;;) {
        for (const cashier of cashiers) {
          try {
            return await cashier.prepare(order);
          } catch (error) {
            if (!/busy/.test(String(error))) throw error;
          }
        }
        await wait(10);
      }
    }),
  );
}
