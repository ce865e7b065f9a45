// fails: serves 16 orders at 8 cashiers in 2000 ms (unbounded)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  const anyone = () => cashiers[Math.floor(Math.random() * cashiers.length)]!;
  return Promise.all(orders.map((order) => anyone().prepare(order)));
}
