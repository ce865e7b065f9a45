// fails: passes on the kitchen's failure, unchanged (swallowed-error)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let burgers: string[] = [];
  try {
    burgers = await getBurgers(count);
  } finally {
    // biome-ignore lint/correctness/noUnsafeFinally: this is the mistake.
    return `Got: ${burgers.join(", ")}`;
  }
}
