// fails: story (unbounded); also: idle, start, order, failure, throw, empty, apart

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const anyone = () => cashiers[Math.floor(Math.random() * cashiers.length)]!;
  return Promise.all(orders.map((order) => anyone().prepare(order)));
}
