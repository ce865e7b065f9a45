// What a vitest test of ours carries: for reporters the verdict as data, for everything else an error to read.
import { sep } from "node:path";
import type { CheckVerdict } from "../engine/types.ts";
import { explained } from "../misconceptions/misconceptions.ts";
import { layout } from "../timeline/layout.ts";
import { timelineText } from "../timeline/text.ts";
import { wrap } from "../timeline/words.ts";
import { printableLines } from "../trace/printable.ts";
import type { Trace } from "../trace/trace.ts";

/** Columns of a text: some reporters show it as it is, and never break a line. */
const WIDTH = 80;

/** The lines around the one that a verdict is about, as they were when it was given. */
export interface Excerpt {
  /** The first line's number. */
  first: number;
  lines: string[];
}

const AROUND = 2;

/** The lines of a text around `line` (from 1); undefined where it has no such line. */
export function excerptOf(text: string, line: number): Excerpt | undefined {
  const lines = text.split(/\r?\n/);
  if (lines[line - 1] === undefined) return undefined;
  const from = Math.max(0, line - 1 - AROUND);
  return { first: from + 1, lines: lines.slice(from, line + AROUND) };
}

/** `task.meta.dojo` of each test: the check's verdict; without one the exercise waits to be begun. */
export interface CheckMeta {
  verdict?: CheckVerdict;
  /** The reference solution's trace in the same scenario, for a check that failed. */
  ghost?: Trace;
  /** The file is still the stub: one with a TODO in it, or one to be repaired. */
  untouched?: "todo" | "repair";
  /** Around the verdict's place, where it has one. */
  excerpt?: Excerpt;
}

declare module "vitest" {
  interface TaskMeta {
    dojo?: CheckMeta;
    /** Of a file: a newer save has taken the place of the one that it was graded for, so that there is nothing to tell. */
    superseded?: boolean;
    /** What vitest's page shows in its place: `2 of 3`. */
    points?: string;
  }
}

/** A picture, or undefined where it cannot be drawn: that is our fault, and changes no verdict. */
export function drawn<Picture>(draw: () => Picture): Picture | undefined {
  try {
    return draw();
  } catch {
    return undefined;
  }
}

/** Whether the check says nothing about the submission because it was not run; the first of its exercise says why. */
export function wasNotRun({ outcome, feedback }: CheckVerdict): boolean {
  return outcome === "skipped" || (outcome !== "passed" && feedback === "");
}

/** What to do about an exercise that nobody has begun. `folder` is relative to the project. */
export function firstSteps(folder: string, entry: string, untouched: "todo" | "repair"): string {
  return untouched === "todo"
    ? `Nothing of yours is here yet. Read ${folder}/README.md, then write in ${folder}/${entry}.`
    : `This is still the code that you were given; it has a mistake. Read ${folder}/README.md, then repair ${folder}/${entry}.`;
}

/**
 * The error that makes a test fail. Its message is `text`; its stack has no frame, or one: the place in the student's
 * own file below `folder` (absolute), where vitest then shows their lines.
 */
export function failureOf(verdict: CheckVerdict, text: string, folder?: string): Error {
  const error = new Error(text);
  error.name = verdict.outcome === "grader-error" ? "Our fault, not yours" : "Not passed";
  const { where } = verdict;
  const file = where?.file?.split("/").join(sep);
  error.stack =
    where && file && folder
      ? `${error.name}: ${text}\n    at ${folder}${sep}${file}:${where.line}:${where.column}`
      : "";
  return error;
}

/** All that there is to say of a check that did not pass, in lines of text; its timeline only where no picture is shown. */
export function textOf(
  id: string,
  { untouched, ghost }: CheckMeta,
  verdict: CheckVerdict,
  pictured: boolean,
): string {
  const misconception = explained(id, verdict.misconception);
  const parts = [
    untouched === "repair" && firstSteps(`exercises/${id}`, `${id.replace(/^\d+-/, "")}.ts`, untouched),
    verdict.feedback,
    misconception && `${misconception.title}\n${misconception.explanation}\n${misconception.advice}`,
  ].filter(Boolean);
  const text = printableLines(parts.join("\n\n"))
    .split("\n")
    .flatMap((line) => (line === "" ? [line] : wrap(line, WIDTH)))
    .join("\n");
  // Broken anew, a line may begin with what stood in its middle.
  if (!verdict.trace || pictured) return printableLines(text);
  const { trace } = verdict;
  const picture = drawn(() =>
    timelineText(layout(trace, ghost, verdict.feedback), { width: WIDTH, colour: false }),
  );
  return printableLines(picture === undefined ? text : `${text}\n\n${picture}`);
}
