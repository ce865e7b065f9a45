// tries: to reach the host through every error that its functions throw; must: failed
import { EventEmitter, once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
export async function fetchAllApis() {
  const provoke = [
    () => setTimeout("text"), () => new URL("nowhere"), () => structuredClone(() => {}), () => atob("?"),
    () => new TextDecoder("nothing"), () => new AbortSignal(), () => AbortSignal.timeout(-1), () => once(1, "x"),
    () => new EventEmitter().emit("error", new Map()), () => wait("x"), () => crypto.getRandomValues({}),
    () => new Intl.DateTimeFormat("xx-invalid-locale-here"), () => Temporal.Instant.from("never"), () => new Event(),
    () => new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])), () => decodeURIComponent("%"),
    () => new Array(-1), () => "x".repeat(2 ** 40), () => BigInt(1.5), () => null.x, () => queueMicrotask(1),
  ];
  for (const act of provoke) {
    let error;
    try { await act(); } catch (thrown) { error = thrown; }
    for (let thing = error; thing; thing = Object.getPrototypeOf(thing)) {
      if (!Object.isFrozen(thing) && thing !== error) return "a prototype that can be changed";
      try { if (thing.constructor.constructor("return process")()) return "the host's process"; } catch {}
      if (typeof thing.constructor?.prepareStackTrace === "function" && thing.constructor.prepareStackTrace !== Error.prepareStackTrace) return "the host's Error";
    }
  }
  throw new Error("nothing reached");
}
