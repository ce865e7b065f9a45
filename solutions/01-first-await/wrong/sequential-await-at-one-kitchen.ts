// fails: apart (sequential-await)
// Each kitchen has its own line.

type Kitchen = (count: number) => Promise<string[]>;

const lines = new WeakMap<Kitchen, Promise<unknown>>();

export async function orderBurgers(getBurgers: Kitchen, count: number): Promise<string> {
  const before = lines.get(getBurgers) ?? Promise.resolve();
  const order = before.then(() => getBurgers(count));
  lines.set(
    getBurgers,
    order.catch(() => {}),
  );
  return `Got: ${(await order).join(", ")}`;
}
