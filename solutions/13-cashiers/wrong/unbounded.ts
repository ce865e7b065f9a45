// fails: serves 16 orders at 8 cashiers in 2000 ms (unbounded)

export function serve(orders: string[], cashiers: { prepare(order: string): Promise<string> }[]) {
  return Promise.all(orders.map((order, index) => cashiers[index % cashiers.length]!.prepare(order)));
}
