// What in a class is alike, over all exercises.
import type { Submission } from "../../../graders/engine/types.ts";
import { readPieces } from "../../maintainer/evidence/project-files.ts";
import { compare } from "../intake/identity.ts";
import type { SubmissionReader } from "../intake/submissions.ts";
import { type Alike, alikeAmong } from "./compare.ts";
import { courses } from "./course.ts";
import { type Places, type ReadClass, readClass, type Span, spanOf } from "./read-answers.ts";
import { tokensOf } from "./tokens.ts";

export interface Finding extends Alike {
  exercise: string;
  /** Of `course`: which of the course's answers, `also-correct/plain.ts`. */
  course?: string;
  /** The shared stretches in the two submissions' files, the longest first; empty but for `alike`. */
  spans: { first: Span; second: Span }[];
}

export interface Found {
  /** The most telling first; what concerns the same submissions stands together. */
  findings: Finding[];
  notCompared: ReadClass["notCompared"];
  /** How many answers were compared. */
  count: number;
}

/** `root`: the project's folder, whose stubs and answers are nobody's own. Runs nothing of a submission. */
export async function findSimilar(
  readers: readonly SubmissionReader[],
  ids: readonly string[],
  root: string,
  signal: AbortSignal,
): Promise<Found> {
  const { answers, notCompared } = await readClass(readers, ids, signal);
  const findings: Finding[] = [];
  let count = 0;
  for (const [exercise, all] of answers) {
    const { stub, expected, pieces } = await expectedOf(root, exercise);
    const own = all.filter(({ tokens }) => tokens.join("\n") !== stub?.join("\n"));
    count += own.length;
    const places = new Map(own.map((answer) => [answer.id, answer.places]));
    for (const alike of courses(own, pieces, stub ?? [])) findings.push({ ...alike, exercise, spans: [] });
    for (const alike of alikeAmong(own, expected))
      findings.push({ ...alike, exercise, spans: spansOf(alike, places) });
  }
  return { findings: ordered(findings), notCompared, count };
}

/** What concerns the same submissions stands together, and who has the most in common first. */
function ordered(findings: readonly Finding[]): Finding[] {
  const sets = [...Map.groupBy(findings, ({ ids }) => ids.join("\n")).values()];
  const weight = (all: readonly Finding[]) =>
    all.reduce((sum, { evidence, share }) => sum + evidence * share, 0);
  for (const all of sets) all.sort((a, b) => weight([b]) - weight([a]) || compare(a.exercise, b.exercise));
  const keyed = sets.map((all) => ({ all, weight: weight(all), key: all[0]!.ids.join("\n") }));
  return keyed.sort((a, b) => b.weight - a.weight || compare(a.key, b.key)).flatMap(({ all }) => all);
}

/** The tokens of an exercise's stub, and of all that anybody may be expected to write. */
async function expectedOf(root: string, exercise: string) {
  const { stub, reference, alsoCorrect, wrong } = readPieces(root, exercise);
  const answers = [{ name: "the reference solution", text: reference ?? "" }, ...alsoCorrect, ...wrong];
  const first = await tokensOf(stub ?? "");
  const read = await Promise.all(
    answers.map(async ({ name, text }) => ({ name, ...(await tokensOf(text)) })),
  );
  const pieces = read.flatMap((each) => ("tokens" in each ? [{ name: each.name, tokens: each.tokens }] : []));
  const own = "tokens" in first ? first.tokens : undefined;
  return { stub: own, expected: [...(own ? [own] : []), ...pieces.map(({ tokens }) => tokens)], pieces };
}

function spansOf({ ids, stretches }: Alike, places: ReadonlyMap<string, Places>): Finding["spans"] {
  return stretches.map(({ first, second }) => ({
    first: spanOf(places.get(ids[0]!)!, first),
    second: spanOf(places.get(ids[1]!)!, second),
  }));
}

/** The lines of a span, as they were handed in; none if they are not there any more. */
export async function linesOf(
  reader: SubmissionReader,
  exercise: string,
  { file, from, to }: Span,
): Promise<string[]> {
  const files: Submission["exercises"][string] | undefined = (await reader.read([exercise]))[exercise];
  if (!files || "refused" in files) return [];
  return (files.files.get(file) ?? "").split(/\r\n|\r|\n/).slice(from - 1, to);
}

/** An earlier class's submissions, under ids that none of this one has. */
export function ofEarlier(
  earlier: readonly SubmissionReader[],
  ours: readonly SubmissionReader[],
): SubmissionReader[] {
  const taken = new Set(ours.map(({ id }) => id));
  return earlier.map((reader) => {
    const ending = (number: number) => ` (earlier class${number > 1 ? ` ${number}` : ""})`;
    let number = 1;
    while (taken.has(reader.id + ending(number))) number++;
    const id = reader.id + ending(number);
    taken.add(id);
    return { ...reader, id };
  });
}
