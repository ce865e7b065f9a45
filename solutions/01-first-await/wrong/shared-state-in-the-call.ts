// fails: apart (shared-state)
// What the kitchen gave is looked for outside, once it has been asked: another order may have come in meanwhile.
let coming: Promise<string[]> | undefined;
export async function orderBurgers(getBurgers: any, count: number): Promise<string> {
  coming = undefined;
  const asked = getBurgers(count);
  coming ??= asked;
  return `Got: ${(await coming!).join(", ")}`;
}
