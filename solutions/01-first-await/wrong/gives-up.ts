// fails: list (gives-up)

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The kitchen is closed")), 10_000);
    getBurgers(count)
      .then((burgers) => `Got: ${burgers.join(", ")}`)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
