// fails: story (unbounded)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const anyone = () => cashiers[Math.floor(Math.random() * cashiers.length)]!;
  return Promise.all(orders.map((order) => anyone().prepare(order)));
}
