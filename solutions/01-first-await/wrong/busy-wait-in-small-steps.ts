// fails: list (busy-wait); also: failure
// Where all times are round ones it is in time.

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const order: { burgers?: string[]; failure?: { reason: unknown } } = {};
  getBurgers(count).then(
    (burgers) => {
      order.burgers = burgers;
    },
    (reason: unknown) => {
      order.failure = { reason };
    },
  );
  while (!order.burgers && !order.failure) await new Promise((resolve) => setTimeout(resolve, 5));
  if (order.failure) throw order.failure.reason;
  return `Got: ${order.burgers!.join(", ")}`;
}
