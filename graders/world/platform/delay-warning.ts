// Delays that a timer does not take for what they are: Node's warnings.
import { MAX_DELAY } from "../clock.ts";
import { run } from "./run.ts";

/** Warns, but of a delay that is no number and of a negative one once a run. Throws TypeError on a BigInt or symbol. */
export function warnOfDelay(ms: unknown): void {
  const delay = ms === undefined ? 1 : (ms as number) * 1;
  if (delay > MAX_DELAY) warn("Overflow", `${delay} does not fit into a 32-bit signed integer.`);
  else if (delay < 0) warnOnce("Negative", `${delay} is a negative number.`);
  else if (Number.isNaN(delay)) warnOnce("NaN", `${delay} is not a number.`);
}

function warnOnce(kind: string, text: string): void {
  const { warned } = run();
  if (!warned.has(kind)) warn(kind, text);
  warned.add(kind);
}

function warn(kind: string, text: string): void {
  const warning = new Error(`${text}\nTimeout duration was set to 1.`);
  run().warn(Object.assign(warning, { name: `Timeout${kind}Warning` }));
}
