export const orderBurgers = (
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> => getBurgers(count).then((burgers) => "Got: ".concat(burgers.join(", ")));
