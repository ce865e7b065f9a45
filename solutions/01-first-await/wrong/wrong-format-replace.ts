// fails: lists what the kitchen delivers, at the time when it delivers (wrong-format)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const burgers = await getBurgers(count);
  return "Got: BURGERS".replace("BURGERS", burgers.join(", "));
}
