// fails: failure (lost-rejection)

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return new Promise((resolve) => {
    getBurgers(count)
      .then((burgers) => resolve(`Got: ${burgers.join(", ")}`))
      .catch(console.error);
  });
}
