// fails: story (reversed-order); also: list

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let text = "";
  for (const burger of await getBurgers(count)) text = text === "" ? burger : `${burger}, ${text}`;
  return `Got: ${text}`;
}
