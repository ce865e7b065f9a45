// fails: failure (lost-reason)

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    getBurgers(count).then(
      (burgers) => resolve(`Got: ${burgers.join(", ")}`),
      () => reject(),
    );
  });
}
