// fails: apart (shared-state)

type Kitchen = (count: number) => Promise<string[]>;

const underWay = new Map<Kitchen, Map<number, Promise<string>>>();

export function orderBurgers(getBurgers: Kitchen, count: number): Promise<string> {
  const orders = underWay.get(getBurgers) ?? new Map<number, Promise<string>>();
  underWay.set(getBurgers, orders);
  const known = orders.get(count);
  if (known) return known;
  const order = getBurgers(count)
    .then((burgers) => `Got: ${burgers.join(", ")}`)
    .finally(() => orders.delete(count));
  orders.set(count, order);
  return order;
}
