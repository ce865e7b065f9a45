// What Node has and the exercises cannot have: whoever calls it reads why, and what to use instead.

/** A function that throws an error which says all that. `why` and `instead` are clauses without a full stop. */
export function notHere(name: string, why: string, instead: string): (...args: unknown[]) => never {
  const refuse = (): never => {
    throw new Error(`\`${name}\` is not here: ${why}. ${instead}.`);
  };
  Object.defineProperty(refuse, "name", { value: name.split(".").at(-1) });
  return refuse;
}

/** The same for what is made with `new`. */
function classNotHere(name: string, why: string, instead: string): object {
  const refuse = notHere(name, why, instead);
  class Refusing {
    constructor() {
      refuse();
    }
  }
  Object.defineProperty(Refusing, "name", { value: name });
  return Refusing;
}

const NETWORK = "there is no network";
const GIVEN = "Call the functions that your function is given";
const NETWORK_CLASSES = ["WebSocket", "EventSource", "Headers", "Request", "Response", "FormData"];
const THREADS = "there are no other threads";
const FILES = "there are no files";
const TEXT = "Use strings, or a Uint8Array";

/** By their global names. */
export const missingGlobals: Record<string, object> = {
  fetch: notHere("fetch", NETWORK, GIVEN),
  ...Object.fromEntries(NETWORK_CLASSES.map((name) => [name, classNotHere(name, NETWORK, GIVEN)])),
  Blob: classNotHere("Blob", FILES, TEXT),
  File: classNotHere("File", FILES, TEXT),
  BroadcastChannel: classNotHere("BroadcastChannel", THREADS, "Use a MessageChannel"),
  SharedArrayBuffer: classNotHere("SharedArrayBuffer", THREADS, "Use an ArrayBuffer"),
  Atomics: Object.fromEntries(
    ["add", "and", "compareExchange", "exchange", "isLockFree", "load", "notify", "or", "pause", "store"]
      .concat(["sub", "wait", "waitAsync", "xor"])
      .map((name) => [name, notHere(`Atomics.${name}`, THREADS, "To wait, await a timer: setTimeout")]),
  ),
};
