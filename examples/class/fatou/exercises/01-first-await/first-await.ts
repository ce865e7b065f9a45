export const orderBurgers = async (
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> => {
  const burgers: string[] = await getBurgers(count);
  return ["Got:", burgers.join(", ")].join(" ");
};
