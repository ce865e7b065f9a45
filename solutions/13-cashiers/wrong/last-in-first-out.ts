// fails: start (last-in-first-out); also: failure, empty

export async function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const line = [...orders.entries()];
  const results: string[] = [];
  await Promise.all(
    cashiers.map(async (cashier) => {
      while (line.length > 0) {
        const [index, order] = line.pop()!;
        results[index] = await cashier.prepare(order);
      }
    }),
  );
  return results;
}
