// fails: failure (swallowed-error)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let burgers: string[] = [];
  try {
    burgers = await getBurgers(count);
  } finally {
    return `Got: ${burgers.join(", ")}`;
  }
}
