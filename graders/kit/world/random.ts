// Seeded randomness: everything unpredictable in a run comes from its seed, so the same seed gives the same trace.

/** FNV-1a over UTF-16 code units: a 32-bit number from a text, to give each name a stream of its own. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32 (Tommy Ettinger, public domain): a generator of numbers in [0, 1) from a 32-bit seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Eight characters that follow from the seed and the name, and that nobody can tell without them. */
export function unpredictable(seed: number, name: string): string {
  const random = randomFrom(hash(`${seed} ${name}`));
  return Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join("");
}
