// fails: apart (sequential-await)

let queue: Promise<unknown> = Promise.resolve();

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const before = queue;
  const order = before.then(() => getBurgers(count));
  queue = order.catch(() => {});
  return `Got: ${(await order).join(", ")}`;
}
