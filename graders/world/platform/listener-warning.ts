// Too many listeners: Node's warning, for whoever listens to the process's warnings.
import { inspect } from "./inspect.ts";
import { run } from "./run.ts";

/** Tells the process's "warning" listeners, in the next tick. */
export function warnOfListeners(
  kind: "EventEmitter" | "EventTarget",
  emitter: object,
  type: string | symbol,
  count: number,
  limit: number,
): void {
  const name = inspect(emitter, { depth: -1 });
  const setter = kind === "EventEmitter" ? "emitter.setMaxListeners()" : "events.setMaxListeners()";
  const text = `Possible ${kind} memory leak detected. ${count} ${String(type)} listeners added to ${name}. MaxListeners is ${limit}. Use ${setter} to increase limit`;
  const fields = { name: "MaxListenersExceededWarning", emitter, type, count };
  run().warn(Object.assign(new Error(text), fields));
}
