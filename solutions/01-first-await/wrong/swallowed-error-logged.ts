// fails: failure (swallowed-error); also: apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return getBurgers(count)
    .then((burgers) => `Got: ${burgers.join(", ")}`)
    .catch((error) => {
      console.error(error);
      return undefined as unknown as string;
    });
}
