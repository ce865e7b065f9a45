// The clock and the operation announce themselves as events, and the first one is taken.
import { EventEmitter, once } from "node:events";

type Ending<T> = { how: "value"; value: T } | { how: "error"; error: unknown } | { how: "timeout" };

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const endings = new EventEmitter<{ ending: [Ending<T>] }>();
  const controller = new AbortController();
  const first = once(endings, "ending") as Promise<[Ending<T>]>;
  const timer = setTimeout(() => {
    endings.emit("ending", { how: "timeout" });
    controller.abort();
  }, ms);
  const work = async () => operation(controller.signal);
  void work().then(
    (value) => endings.emit("ending", { how: "value", value }),
    (error: unknown) => endings.emit("ending", { how: "error", error }),
  );
  const [ending] = await first;
  clearTimeout(timer);
  switch (ending.how) {
    case "value":
      return ending.value;
    case "error":
      throw ending.error;
    default:
      throw Object.assign(new Error(`${ms} ms were not enough`), { name: "TimeoutError" });
  }
}
