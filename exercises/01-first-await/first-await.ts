// Exercise 01: order burgers, and wait for them.

/** Asks the kitchen for `count` burgers and resolves to one line of text, such as "Got: Burger 1, Burger 2". */
export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  // TODO: call getBurgers, wait for its burgers, and put them into one line.
  throw new Error("Not implemented yet");
}
