// fails: list (busy-wait); also: failure

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let burgers: string[] | undefined;
  let failure: { reason: unknown } | undefined;
  getBurgers(count).then(
    (made) => {
      burgers = made;
    },
    (reason) => {
      failure = { reason };
    },
  );
  while (!burgers && !failure) await new Promise((resolve) => setTimeout(resolve, 20));
  if (failure) throw failure.reason;
  return `Got: ${burgers!.join(", ")}`;
}
