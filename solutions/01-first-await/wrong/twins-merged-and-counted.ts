// fails: list (twins-merged)

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const amounts = new Map<string, number>();
  for (const burger of await getBurgers(count)) amounts.set(burger, (amounts.get(burger) ?? 0) + 1);
  const parts = [...amounts].map(([burger, amount]) => (amount > 1 ? `${amount}x ${burger}` : burger));
  return `Got: ${parts.join(", ")}`;
}
