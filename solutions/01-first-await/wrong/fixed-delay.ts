// fails: list (fixed-delay); also: failure, apart

import { setTimeout as wait } from "node:timers/promises";

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  let burgers: string[] = [];
  getBurgers(count).then((made) => {
    burgers = made;
  });
  await wait(1000);
  return `Got: ${burgers.join(", ")}`;
}
