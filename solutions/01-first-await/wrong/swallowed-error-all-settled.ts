// fails: failure (swallowed-error)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const [result] = await Promise.allSettled([getBurgers(count)]);
  return `Got: ${result.status === "fulfilled" ? result.value.join(", ") : ""}`;
}
