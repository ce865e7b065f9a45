// fails: failure (lost-reason); also: apart

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
