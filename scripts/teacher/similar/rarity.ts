// What is worth how much: the fewer in a class have something, the more it tells that two do.

/** Below this much that few others have, nothing is said: short exercises have few right answers. */
export const minEvidence = 12;
/** So that in a small class not everything is rare: as if so many more had been asked, and had none of it. */
const others = 20;

/** Idf: 1 for what two have, less the more have it. */
export function rarity(count: number, all: number): number {
  return Math.min(1, Math.log((all + others) / count) / Math.log((all + others) / 2));
}
