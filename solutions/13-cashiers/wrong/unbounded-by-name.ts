// fails: story (unbounded); also: idle, start, order, failure, throw, empty

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const whose = (order: string) => cashiers[order.length % cashiers.length]!;
  return Promise.all(orders.map((order) => whose(order).prepare(order)));
}
