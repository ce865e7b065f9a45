// fails: idle (waits-for-oldest); also: start

type Cashier = { prepare(order: string): Promise<string> };

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  const atWork: Promise<Cashier>[] = [];
  const idle = [...cashiers];
  const failure = Promise.withResolvers<never>();
  const work = async (cashier: Cashier, index: number) => {
    results[index] = await cashier.prepare(orders[index]!);
    return cashier;
  };
  failure.promise.catch(() => {});
  for (const index of orders.keys()) {
    const cashier = idle.pop() ?? (await Promise.race([atWork.shift()!, failure.promise]));
    const working = work(cashier, index);
    working.catch(failure.reject);
    atWork.push(working);
  }
  await Promise.all(atWork);
  return results;
}
