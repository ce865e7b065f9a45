// Which answers to one exercise are more alike than chance makes them.
import { File, FingerprintIndex, Region, TokenizedFile } from "@dodona/dolos-core";
import { compare } from "../intake/identity.ts";
import { minEvidence, rarity } from "./rarity.ts";
import { type Distinct, ringAtMost, ringsAmong } from "./rings.ts";

/** One student's answer. */
export interface Answer {
  /** The submission's id. */
  id: string;
  tokens: string[];
  /** The text as it was handed in, or a hash of it: who has the same has the same file. */
  text: string;
}

/** Answers that are worth a look, together. */
export interface Alike {
  /**
   * `copies`: the same text. `renamed`: the same but for names and layout. `alike`: two that share stretches. `ring`: more
   * than few, of whom each shares with most others what the class has not. `course`: the same as an answer of the course's, or
   * with little changed in it.
   */
  kind: "copies" | "renamed" | "alike" | "ring" | "course";
  /** Sorted. Two of `alike`. */
  ids: string[];
  /** How much of the rarer of what the smaller one has the other one has as well, 0 to 1. */
  share: number;
  /** How much is shared that few others have: the more, the less likely by chance. */
  evidence: number;
  /**
   * Of `alike`: the shared stretches, the longest first, as token numbers: from and to, in the first and in the second.
   * None where the two repeat themselves too often.
   */
  stretches: Stretch[];
}

export interface Stretch {
  first: [number, number];
  second: [number, number];
}

/** Winnowing (Schleimer, Wilkerson, Aiken 2003): every shared run of K + WINDOW - 1 tokens is found, none shorter than K. */
const K = 10;
const WINDOW = 4;
export const minShare = 0.5;
/** What more have than this, or one in a hundred of the class, is everybody's. */
const fewAtLeast = 4;
/** What repeats so often in one file tells no place, and looking for places takes the square of it. */
const oftenInOne = 32;
/** Of more pairs of places that could match than this between two files none is told: nobody reads so many either. */
const maxPlaces = 20_000;
/**
 * The groups and pairs among these answers to one exercise, the most telling first. What is in `expected` (tokens of
 * the stub, and of answers that the course itself knows) is nobody's own. Takes time in proportion to the class, not to
 * its pairs: only who shares a rare fingerprint is compared.
 */
export function alikeAmong(answers: readonly Answer[], expected: readonly (readonly string[])[]): Alike[] {
  const distinct: Distinct[] = [...Map.groupBy(answers, ({ tokens }) => tokens.join("\n")).values()].map(
    (same) => ({
      ids: same.map(({ id }) => id).sort(compare),
      same,
      file: fileOf(same[0]!.tokens),
    }),
  );
  distinct.sort((a, b) => compare(a.ids[0]!, b.ids[0]!));
  const index = new FingerprintIndex(K, WINDOW);
  index.addFiles(distinct.map(({ file }) => file));
  // After the others: the index does not look back.
  for (const tokens of expected) index.addIgnoredFile(fileOf(tokens));

  const few = Math.max(fewAtLeast, Math.floor(answers.length / 100));
  const place = new Map(distinct.map(({ file }, number) => [file as File, number]));
  const own = distinct.map(() => 0);
  /** With what more than few have, as a ring has it. */
  const ofRings = distinct.map(() => 0);
  const shared = new Map<number, { evidence: number; places: number }>();
  const placeless: number[] = [];
  for (const fingerprint of index.sharedFingerprints()) {
    if (fingerprint.ignored) continue;
    const where = fingerprint.files().map((file) => place.get(file)!);
    const count = where.reduce((sum, number) => sum + distinct[number]!.ids.length, 0);
    const weight = count <= few ? rarity(count, answers.length) : 0;
    const often = fingerprint.files().map((file) => fingerprint.occurrencesOf(file).length);
    const hasPlace = weight > 0 && Math.max(...often) <= oftenInOne;
    if (!hasPlace) placeless.push(fingerprint.hash);
    for (const number of where) own[number]! += weight;
    if (count <= ringAtMost(few, answers.length))
      for (const number of where) ofRings[number]! += rarity(count, answers.length);
    if (weight === 0) continue;
    for (const [i, a] of where.entries())
      for (const [j, b] of where.entries()) {
        if (j <= i) continue;
        const key = Math.min(a, b) * distinct.length + Math.max(a, b);
        const pair = shared.get(key) ?? { evidence: 0, places: 0 };
        shared.set(key, pair);
        pair.evidence += weight;
        if (hasPlace) pair.places += often[i]! * often[j]!;
      }
  }

  const rings = ringsAmong(index, place, distinct, few, answers.length);
  const fingerprints = index.entries().map((entry) => entry.shared.size);
  index.addIgnoredHashes(placeless);
  const found: Alike[] = [];
  for (const [number, { same, ids }] of distinct.entries()) {
    found.push(...groups(same, ids, ofRings[number]!, fingerprints[number]!));
  }
  for (const [key, { evidence, places }] of shared) {
    const [a, b] = [Math.floor(key / distinct.length), key % distinct.length];
    const share = evidence / Math.min(own[a]!, own[b]!);
    if (evidence < minEvidence || share < minShare) continue;
    const [one, two] = [distinct[a]!, distinct[b]!];
    const stretches = places > maxPlaces ? [] : stretchesOf(index, one.file, two.file);
    found.push({ kind: "alike", ids: [one.ids[0]!, two.ids[0]!], share, evidence, stretches });
  }
  return [...found, ...rings].sort(byEvidence);
}

/** Those with the same tokens: who has the very same text, and all of them if there is more than one text. */
function groups(same: readonly Answer[], ids: string[], own: number, fingerprints: number): Alike[] {
  if (same.length < 2) return [];
  const found: Alike[] = [];
  const texts = [...Map.groupBy(same, ({ text }) => text).values()];
  // The same comments and names too: so many have not come to that by chance, if it is long enough.
  if (fingerprints >= minEvidence)
    for (const copies of texts)
      if (copies.length > 1) {
        const all = copies.map(({ id }) => id).sort(compare);
        found.push({ kind: "copies", ids: all, share: 1, evidence: fingerprints, stretches: [] });
      }
  if (own >= minEvidence && texts.length > 1)
    found.push({ kind: "renamed", ids, share: 1, evidence: own, stretches: [] });
  return found;
}

function stretchesOf(index: FingerprintIndex, one: TokenizedFile, two: TokenizedFile): Stretch[] {
  const pair = index.getPair(one, two);
  const turned = pair.leftFile !== one;
  return pair
    .buildFragments()
    .map(({ leftSelection, rightSelection }): Stretch => {
      const [left, right] = [leftSelection, rightSelection].map(
        ({ startRow, endRow }) => [startRow, endRow] as [number, number],
      ) as [[number, number], [number, number]];
      return turned ? { first: right, second: left } : { first: left, second: right };
    })
    .sort((a, b) => length(b) - length(a) || a.first[0] - b.first[0] || a.second[0] - b.second[0]);
}

function length({ first }: Stretch): number {
  return first[1] - first[0];
}

function byEvidence(a: Alike, b: Alike): number {
  return b.evidence * b.share - a.evidence * a.share || compare(a.ids.join("\n"), b.ids.join("\n"));
}

const regions: Region[] = [];

/** The library's places are the tokens' numbers. */
function fileOf(tokens: readonly string[]): TokenizedFile {
  for (let number = regions.length; number < tokens.length; number++)
    regions.push(new Region(number, 0, number, 0));
  return new TokenizedFile(new File("", ""), [...tokens], regions);
}
