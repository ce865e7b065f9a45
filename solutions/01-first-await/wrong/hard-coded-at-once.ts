// fails: turns two burgers into one line of text after 1000 ms (hard-coded)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return "Got: Burger 1, Burger 2";
}
