// Who has an answer of the course's own: the same but for names and layout, or with little changed in it.
import { compare } from "../intake/identity.ts";
import type { Alike, Answer } from "./compare.ts";

export interface Piece {
  /** `also-correct/plain.ts` */
  name: string;
  tokens: readonly string[];
}

/** Tokens in a run that is looked for. */
const RUN = 10;
/** What is shorter is come to by everybody. */
const tokensAtLeast = 80;
/** So many runs, and this share of both, are the same: the course's own right answers have less than half with each other. */
const runsAtLeast = 48;
const shareAtLeast = 0.6;

/** Each answer with the piece that it is most like, if it is so much like one. `stub`: what all were given. */
export function courses(own: readonly Answer[], pieces: readonly Piece[], stub: readonly string[]) {
  const given = runsIn(stub);
  const known = pieces
    .filter(({ tokens }) => tokens.length >= tokensAtLeast)
    .map(({ name, tokens }) => ({ name, text: tokens.join("\n"), runs: runsIn(tokens).difference(given) }));
  const holders = new Map<string, number[]>();
  for (const [number, { runs }] of known.entries())
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), number]);
  const found = own.flatMap(({ id, tokens }) => {
    const text = tokens.join("\n");
    const same = known.find((piece) => piece.text === text);
    if (same) return [{ id, name: same.name, share: 1, evidence: tokens.length }];
    const runs = runsIn(tokens).difference(given);
    const counts = known.map(() => 0);
    for (const run of runs) for (const number of holders.get(run) ?? []) counts[number]!++;
    const shares = counts.map((count, number) => count / Math.max(runs.size, known[number]!.runs.size));
    const best = shares.indexOf(Math.max(...shares));
    if (best < 0 || shares[best]! < shareAtLeast || counts[best]! < runsAtLeast) return [];
    // Whatever is not quite the same is told as such.
    return [{ id, name: known[best]!.name, share: Math.min(shares[best]!, 0.99), evidence: counts[best]! }];
  });
  const groups = Map.groupBy(found, ({ name, share }) => JSON.stringify([name, share === 1]));
  return Array.from(groups.values(), (group): Alike & { course: string } => ({
    kind: "course",
    course: group[0]!.name,
    ids: group.map(({ id }) => id).sort(compare),
    share: Math.min(...group.map(({ share }) => share)),
    evidence: Math.max(...group.map(({ evidence }) => evidence)),
    stretches: [],
  }));
}

function runsIn(tokens: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= tokens.length; at++) runs.add(tokens.slice(at, at + RUN).join("\n"));
  return runs;
}
