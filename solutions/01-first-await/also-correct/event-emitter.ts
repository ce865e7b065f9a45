// The order as an event: `ready` with the burgers, `failed` with the reason.
import { EventEmitter } from "node:events";

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const order = new EventEmitter();
    order.once("ready", (burgers: string[]) => resolve(`Got: ${burgers.join(", ")}`));
    order.once("failed", reject);
    getBurgers(count).then(
      (burgers) => order.emit("ready", burgers),
      (reason) => order.emit("failed", reason),
    );
  });
}
