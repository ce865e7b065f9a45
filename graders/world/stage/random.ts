// Seeded randomness: everything unpredictable in a run comes from its key, so the same key gives the same trace.
import { createHmac } from "node:crypto";

/**
 * HMAC-SHA256 of a purpose under a key: whoever knows what came out for some purposes, all of it, can tell neither the key
 * nor what comes out for another.
 */
export function derived(key: string, purpose: string): Buffer {
  return createHmac("sha256", key).update(purpose).digest();
}

/** Keys by what they are derived from: a class is asked with few seeds. */
const keys = new Map<string, string>();
const MAX_KEYS = 10_000;

/** The key of all runs of a check, from the seed of the grading. */
export function runKey(seed: number, exercise: string, check: string): string {
  const what = `${exercise} ${check}`;
  const name = `${seed} ${what}`;
  const key = keys.get(name) ?? derived(String(seed), what).toString("hex");
  if (keys.size < MAX_KEYS) keys.set(name, key);
  return key;
}

/**
 * Numbers in [0, 1), a stream of its own for each key and purpose: sfc32 (Chris Doty-Humphrey, public domain) with 96 bits
 * of the derived key. Its state follows from what it gave; another stream's does not.
 */
export function randomFrom(key: string, purpose: string): () => number {
  const start = derived(key, purpose);
  let [a, b, c] = [start.readUInt32LE(0), start.readUInt32LE(4), start.readUInt32LE(8)];
  let counter = 1;
  const next = () => {
    const mixed = (a + b + counter++) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + mixed) >>> 0;
    return mixed / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** Of the key that was last used: the runs of a check ask for the same names. */
let known = { key: "", payloads: new Map<string, string>() };

/** Eight characters that follow from the key and the name, and that nobody can tell without the key. */
export function unpredictable(key: string, name: string): string {
  if (known.key !== key) known = { key, payloads: new Map() };
  const payload = known.payloads.get(name) ?? characters(derived(key, `payload ${name}`));
  known.payloads.set(name, payload);
  return payload;
}

function characters(bytes: Buffer): string {
  return bytes.readBigUInt64LE().toString(36).padStart(8, "0").slice(-8);
}
