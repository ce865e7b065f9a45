// Cashiers announce on an emitter that they are free.
import { EventEmitter, once } from "node:events";

export interface Cashier {
  prepare(order: string): Promise<string>;
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length === 0) return [];
  if (cashiers.length === 0) throw new RangeError("Nobody is there");
  const bell = new EventEmitter();
  const over = once(bell, "over");
  const results: string[] = [];
  const waiting = [...orders.entries()];
  let open = orders.length;
  bell.on("free", async (cashier: Cashier) => {
    const next = waiting.shift();
    if (!next) return;
    try {
      results[next[0]] = await cashier.prepare(next[1]);
      if (--open === 0) bell.emit("over");
      else bell.emit("free", cashier);
    } catch (reason) {
      waiting.length = 0;
      bell.emit("over", { reason });
    }
  });
  for (const cashier of cashiers) bell.emit("free", cashier);
  const [failure] = await over;
  if (failure) throw failure.reason;
  return results;
}
