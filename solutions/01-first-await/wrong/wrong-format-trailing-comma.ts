// fails: turns two burgers into one line of text after 1000 ms (wrong-format)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let line = "Got: ";
  for (const burger of await getBurgers(count)) line += `${burger}, `;
  return line;
}
