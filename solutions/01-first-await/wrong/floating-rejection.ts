// fails: failure (floating-rejection); also: apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = getBurgers(count);
  // A second branch of the promise, without a handler of its own.
  burgers.finally(() => console.log("the kitchen answered"));
  return `Got: ${(await burgers).join(", ")}`;
}
