// An EventEmitter tells of the end of each task; who listens collects them.
import { EventEmitter } from "node:events";

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const list = Array.from(tasks);
  const results = new Array<unknown>(list.length).fill(undefined);
  if (list.length === 0) return results;
  const events = new EventEmitter();
  const finished = new Promise<void>((resolve, reject) => {
    let left = list.length;
    events.on("done", (index: number, value: unknown) => {
      results[index] = value;
      if (--left === 0) resolve();
    });
    events.on("failed", (index: number, reason: unknown) => {
      if (options.returnExceptions) events.emit("done", index, reason);
      else reject(reason);
    });
  });
  list.forEach((task, index) => {
    queueMicrotask(async () => {
      try {
        events.emit("done", index, await task());
      } catch (reason) {
        events.emit("failed", index, reason);
      }
    });
  });
  await finished;
  return results;
}
