// fails: idle (lost-wake-up)

export type Cashier = { prepare(order: string): Promise<string> };
export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length && !cashiers.length) throw new RangeError("none");
  const free = [...cashiers];
  const results: string[] = new Array(orders.length);
  let wake = () => {};
  let failed = false;
  const running: Promise<void>[] = [];
  const { promise: failure, reject } = Promise.withResolvers<never>();
  failure.catch(() => {});
  const someoneIsFree = async () => free.length > 0;
  const all = (async () => {
    for (const [i, order] of orders.entries()) {
      if (!(await someoneIsFree()))
        await new Promise<void>((r) => {
          wake = r;
        });
      if (failed) return;
      const cashier = free.pop()!;
      running.push(
        (async () => {
          try {
            results[i] = await cashier.prepare(order);
            free.push(cashier);
            wake();
          } catch (e) {
            failed = true;
            reject(e);
          }
        })(),
      );
    }
    await Promise.all(running);
  })();
  await Promise.race([all, failure]);
  return results;
}
