// Reads a class's answers as they are compared: once each, whatever archive they lie in, and only their tokens are kept.
import { createHash } from "node:crypto";
import type { ExerciseFiles } from "../../../graders/engine/types.ts";
import { inParallel } from "../../lib/pool.ts";
import type { SubmissionReader } from "../intake/submissions.ts";
import type { Answer } from "./compare.ts";
import { maxTokens, type Tokens, tokensOf, tooHard, tooManyTokens } from "./tokens.ts";

export interface ReadAnswer extends Answer {
  /** Where each token stands. */
  places: Places;
}

export interface Places {
  /** The line of each token in its file, from 1. */
  lines: Uint32Array;
  /** The files in order, each with the number of its first token. */
  files: { name: string; from: number }[];
}

export interface ReadClass {
  /** By exercise; in the order of the readers. */
  answers: Map<string, ReadAnswer[]>;
  notCompared: { id: string; exercise: string; reason: string }[];
}

/** After so many answers of a submission over which the compiler had to be stopped its others are not looked at. */
const hardAtMost = 2;

/** More at a time only wait for the one compiler. */
const jobs = 4;

type Read = Pick<ReadAnswer, "tokens" | "text" | "places"> | { notCompared: string };

/** Rejects only for a fault of ours. */
export async function readClass(
  readers: readonly SubmissionReader[],
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadClass> {
  const known = new Map<string, Promise<Read>>();
  const all = await inParallel(readers, { jobs, signal }, async (reader) => {
    const read: [string, Read][] = [];
    let hard = 0;
    for (const [exercise, files] of Object.entries(await reader.read(ids))) {
      if ("refused" in files) {
        if (files.refused === "invalid") read.push([exercise, { notCompared: files.reason }]);
        continue;
      }
      if (hard === hardAtMost) {
        read.push([exercise, { notCompared: "its other files keep the compiler too long" }]);
        continue;
      }
      const text = hashOf(files);
      // Many have the same, the untouched stub above all.
      if (!known.has(text)) known.set(text, answerIn(files, text));
      const answer = await known.get(text)!;
      if ("notCompared" in answer && answer.notCompared.endsWith(tooHard)) hard++;
      read.push([exercise, answer]);
    }
    return read;
  });
  const result: ReadClass = { answers: new Map(ids.map((id) => [id, []])), notCompared: [] };
  for (const [index, read] of all.entries()) {
    const { id } = readers[index]!;
    for (const [exercise, answer] of read) {
      if ("notCompared" in answer) result.notCompared.push({ id, exercise, reason: answer.notCompared });
      else result.answers.get(exercise)!.push({ id, ...answer });
    }
  }
  return result;
}

type Taken = Extract<ExerciseFiles, { files: unknown }>;

/** Line ends, and blanks at them, are no difference. */
function hashOf({ entry, files }: Taken): string {
  const hash = createHash("sha256");
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(JSON.stringify([name === entry, name, withoutBlanks(text)]));
  return hash.digest("base64");
}

function withoutBlanks(text: string): string {
  // No regular expression looks for blanks before a line end in time that grows as the text does.
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines.join("\n").trim();
}

/** The graded file, then those that it imports. */
async function answerIn({ files }: Taken, text: string): Promise<Read> {
  const parts: Tokens[] = [];
  const places: Places = { lines: new Uint32Array(), files: [] };
  let count = 0;
  for (const [name, content] of files) {
    const part = await tokensOf(content);
    if ("notCompared" in part) return { notCompared: `${name} ${part.notCompared}` };
    places.files.push({ name, from: count });
    count += part.tokens.length;
    if (count > maxTokens) return { notCompared: tooManyTokens };
    parts.push(part);
  }
  places.lines = new Uint32Array(count);
  for (const [index, { lines }] of parts.entries()) places.lines.set(lines, places.files[index]!.from);
  return { tokens: parts.flatMap(({ tokens }) => tokens), text, places };
}

/** Lines `from` to `to` of a file. */
export interface Span {
  file: string;
  from: number;
  to: number;
}

/** Where the tokens from one number to another stand, in the file in which the first does. */
export function spanOf({ lines, files }: Places, [first, last]: [number, number]): Span {
  const number = files.findLastIndex(({ from }) => from <= first);
  const end = Math.min(last, (files[number + 1]?.from ?? lines.length) - 1);
  // Compiling may move what a class's constructor declares.
  const there = lines.subarray(first, end + 1);
  return { file: files[number]!.name, from: Math.min(...there), to: Math.max(...there) };
}
