// fails: failure (wrapped-error); also: apart

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return getBurgers(count).then(
    (burgers) => `Got: ${burgers.join(", ")}`,
    (error) => Promise.reject(new Error(error?.message)),
  );
}
