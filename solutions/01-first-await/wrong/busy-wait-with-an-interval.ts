// fails: list (busy-wait); also: failure

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const order = getBurgers(count);
  let done = false;
  const finish = () => {
    done = true;
  };
  order.then(finish, finish);
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (!done) return;
      clearInterval(timer);
      resolve();
    }, 100);
  });
  return `Got: ${(await order).join(", ")}`;
}
