// fails: story (leaves-before-tasks-end); also: list, failure, apart

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let text = "Got: ";
  getBurgers(count).then((burgers) => {
    text += burgers.join(", ");
  });
  return text;
}
