// More than few who share, each with most of the others, what the rest of the class has not: copied from one, and changed a little.
import type { File, FingerprintIndex, TokenizedFile } from "@dodona/dolos-core";
import { compare } from "../intake/identity.ts";
import type { Alike, Answer } from "./compare.ts";
import { minEvidence, rarity } from "./rarity.ts";

export interface Distinct {
  ids: string[];
  same: readonly Answer[];
  file: TokenizedFile;
}

/** What more than this share of a class has is everybody's, in a ring as well. */
const ofTheClass = 1 / 3;
/**
 * Each is compared with so many of those that come next, which also share it, so that it takes no more time the larger a
 * ring is: who has the same things stands in the same order in each of them.
 */
const reach = 60;
/** So much of what is uncommon two of a ring share: less than this each could have changed, and more would tell of nobody. */
const ringShare = 0.6;

/** What more have than this is everybody's. */
export function ringAtMost(few: number, all: number): number {
  return Math.max(few, all * ofTheClass);
}

/** `few`: who are no more than these are found as pairs. */
export function ringsAmong(
  index: FingerprintIndex,
  place: ReadonlyMap<File, number>,
  distinct: readonly Distinct[],
  few: number,
  all: number,
): Alike[] {
  const own = distinct.map(() => 0);
  const shared = new Map<number, number>();
  for (const fingerprint of index.sharedFingerprints()) {
    if (fingerprint.ignored) continue;
    const where = fingerprint.files().map((file) => place.get(file)!);
    const count = where.reduce((sum, number) => sum + distinct[number]!.ids.length, 0);
    if (count > ringAtMost(few, all)) continue;
    where.sort((a, b) => a - b);
    const weight = rarity(count, all);
    for (const number of where) own[number]! += weight;
    for (const [i, a] of where.entries())
      for (const b of where.slice(i + 1, i + 1 + reach)) {
        const key = a * distinct.length + b;
        shared.set(key, (shared.get(key) ?? 0) + weight);
      }
  }
  const links = distinct.map(() => new Set<number>());
  for (const [key, evidence] of shared) {
    const [a, b] = [Math.floor(key / distinct.length), key % distinct.length];
    if (evidence < minEvidence || evidence / Math.min(own[a]!, own[b]!) < ringShare) continue;
    links[a]!.add(b);
    links[b]!.add(a);
  }
  return ringsOf(links).flatMap((members) => {
    const ids = members.flatMap((number) => distinct[number]!.ids).sort(compare);
    if (ids.length <= few || members.length < 3) return [];
    const evidence = Math.min(...members.map((number) => own[number]!));
    return [{ kind: "ring", ids, share: ringShare, evidence, stretches: [] } satisfies Alike];
  });
}

/** Those who hang together, without who is linked with less than half of those with whom it was compared. */
function ringsOf(links: readonly ReadonlySet<number>[]): number[][] {
  const seen = new Set<number>();
  const rings: number[][] = [];
  for (const start of links.keys()) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    // A Set's iteration also visits what is added during it.
    for (const number of group) for (const next of links[number]!) group.add(next);
    for (const number of group) seen.add(number);
    const compared = Math.min(group.size - 1, reach);
    const members = [...group].filter((number) => links[number]!.size * 2 >= compared);
    if (members.length > 1) rings.push(members);
  }
  return rings;
}
