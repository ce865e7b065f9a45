// fails: story (wrong-format); also: list

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let line = "Got: ";
  for (const burger of await getBurgers(count)) line += `${burger}, `;
  return line;
}
