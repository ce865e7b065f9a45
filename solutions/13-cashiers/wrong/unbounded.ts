// fails: story (unbounded); also: idle, start, order, failure, throw, empty

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  return Promise.all(orders.map((order, index) => cashiers[index % cashiers.length]!.prepare(order)));
}
