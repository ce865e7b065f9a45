// fails: empty (bad-input-accepted)

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const free = [...cashiers];
  const waiting: ((cashier: (typeof cashiers)[number]) => void)[] = [];
  let failed = false;
  return Promise.all(
    orders.map(async (order) => {
      const cashier =
        free.pop() ?? (await new Promise<(typeof cashiers)[number]>((done) => waiting.push(done)));
      if (failed) throw new Error("closed");
      try {
        const result = await cashier.prepare(order);
        const next = waiting.shift();
        if (next) next(cashier);
        else free.push(cashier);
        return result;
      } catch (error) {
        failed = true;
        throw error;
      }
    }),
  );
}
