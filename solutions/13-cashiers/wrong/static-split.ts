// fails: idle (static-split); also: start, failure

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const results: string[] = [];
  await Promise.all(
    cashiers.map(async (cashier, first) => {
      for (let index = first; index < orders.length; index += cashiers.length) {
        results[index] = await cashier.prepare(orders[index]!);
      }
    }),
  );
  return results;
}
