// Calls of a bounded queue: as data, as they are made, and in words. Serves 28.
import { show, toPlain } from "../../trace/plain.ts";
import type { World } from "../../world/world.ts";
import { inTheirTime, type Timed } from "./in-their-time.ts";

export interface QueueCall extends Timed {
  does: "put" | "get" | "close" | "loop";
  /** What is put: this value, or something of this kind; a text that the world makes up if not given. */
  item?: { is: unknown } | { a: "function" | "failure" | "result" };
  /** A loop pauses so many virtual ms after each item, and leaves after so many items. */
  pause?: number;
  leaves?: number;
}
export interface Queueing {
  capacity: number;
  calls: QueueCall[];
  /** When (virtual ms) one looks how many items lie in it. */
  looks?: number[];
}

type Own = Partial<QueueCall>;
/** A number is virtual ms after the one before. */
const callOf =
  (does: QueueCall["does"]) =>
  (own: number | Own = {}): QueueCall => ({ does, ...(typeof own === "number" ? { after: own } : own) });
export const put = callOf("put");
export const get = callOf("get");
export const close = callOf("close");
export const loop = callOf("loop");
/** Made in the very turn of the call before. */
export const beside = { beside: true };
export const queueing = (capacity: number, ...calls: QueueCall[]): Queueing => ({ capacity, calls });

/** What a call is called in the trace: `Put 1`, `Loop 4`. Calls count from 1, all together. */
export const labelOf = ({ does }: QueueCall, index: number) =>
  `${does[0]!.toUpperCase()}${does.slice(1)} ${index + 1}`;
/** What the put with this index hands over is made under this name. */
export const itemOf = (index: number) => `item ${index + 1}`;

export interface Queue {
  put(item: unknown): Promise<void>;
  get(): Promise<unknown>;
  close(): void;
  readonly size: number;
  [Symbol.asyncIterator](): AsyncIterator<unknown>;
}

function makeItem(world: World, index: number, item: QueueCall["item"]): unknown {
  const name = itemOf(index);
  if (!item) return world.payload(name);
  if ("is" in item) return world.made(name, item.is);
  if (item.a === "failure") return world.error(name);
  return world.made(name, item.a === "function" ? () => name : { done: true, value: name });
}

/** Makes the calls of the queue, each watched; loops hand what they get to a sink of their name, and note when they ask for more. */
export function queue(world: World, { calls, looks = [] }: Queueing, queue: Queue): void {
  const items = calls.map(({ does, item }, index) => does === "put" && makeItem(world, index, item));
  for (const at of looks) world.at(world.now + at, () => world.note("size", queue.size));
  const act = (call: QueueCall, index: number) => {
    if (call.does === "put") return queue.put(items[index]);
    if (call.does === "get") return queue.get();
    return call.does === "loop" ? looping(world, queue, call, labelOf(call, index)) : queue.close();
  };
  inTheirTime(world, calls, (index, { settles }) => {
    const call = calls[index]!;
    const ended = world.watch(labelOf(call, index), () => {
      const own = act(call, index);
      settles(own);
      return own;
    });
    void ended.then(({ state }) => state === "fulfilled" && world.note("works"));
  });
}

async function looping(world: World, queue: Queue, { pause = 0, leaves = 0 }: QueueCall, label: string) {
  const gets = world.sink(label);
  let count = 0;
  world.note(`${label} asks`);
  for await (const item of queue) {
    gets(item);
    if (++count === leaves) return;
    if (pause > 0) await world.wait(pause);
    world.note(`${label} asks`);
  }
}

/** `With room for 2, and: put, put, get (100 ms later), close (100 ms later)`. */
export function inWords({ capacity, calls }: Queueing): string {
  const one = (call: QueueCall) =>
    [
      call.does === "loop" ? "a loop" : call.does,
      call.item && ("is" in call.item ? show(toPlain(call.item.is)) : KINDS[call.item.a]),
      call.pause && `that pauses for ${call.pause} ms`,
      call.leaves && `that is left after ${call.leaves}`,
      call.beside && "(in the same turn)",
      call.after && `(${call.after} ms later)`,
      call.follows !== undefined &&
        `(in the turn in which ${labelOf(calls[call.follows]!, call.follows)} settles)`,
    ]
      .filter(Boolean)
      .join(" ");
  return `With room for ${capacity}, and: ${calls.map(one).join(", ")}`;
}
const KINDS = { function: "a function", failure: "an Error", result: "an object with `done`" };
