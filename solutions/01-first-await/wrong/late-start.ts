// fails: story (late-start)

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  await wait(1000);
  const burgers = await getBurgers(count);
  return `Got: ${burgers.join(", ")}`;
}
