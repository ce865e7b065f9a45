// A chain: what the callback returns is what the chain resolves to.

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return getBurgers(count).then((burgers) => `Got: ${burgers.join(", ")}`);
}
