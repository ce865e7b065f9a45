// fails: apart (shared-state)

const orders = new WeakMap<object, Promise<string[]>>();

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const known = orders.get(getBurgers);
  const order = known ?? getBurgers(count);
  orders.set(getBurgers, order);
  return `Got: ${(await order).join(", ")}`;
}
