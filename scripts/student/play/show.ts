// What a run of play looks like: its claim, its console with virtual times, its timeline, and how it ended.
import type { ExerciseFiles } from "../../../graders/engine/types.ts";
import { endInWords, pendingInWords, playedTimeline } from "../../../graders/timeline/played.ts";
import { timelineText } from "../../../graders/timeline/text.ts";
import { show } from "../../../graders/trace/plain.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import { type Paint, printable, wrap } from "../../lib/terminal.ts";
import { printedLines } from "../step/printed.ts";
import type { Demonstration } from "./course.ts";

export interface Look {
  width: number;
  paint: Paint;
  colour: boolean;
}

export interface PlayedFile {
  name: string;
  /** Empty if its first line is none. */
  claim: string;
  /** It, and its neighbours. */
  read: ExerciseFiles;
  played: { trace: Trace } | { fault: string };
}

/** Virtual ms: a timer of 0 takes 1. */
const INSTANT = 5;

export function playedLines(files: readonly PlayedFile[], look: Look): string[] {
  const { paint, width, colour } = look;
  const runs = files.flatMap(({ name, played }) =>
    "trace" in played ? [{ title: name, trace: played.trace }] : [],
  );
  const picture = isVisible(runs) ? timelineText(playedTimeline(runs), { width, colour }).split("\n") : [];
  return [
    ...files.flatMap((file) => [...fileLines(file, look), ""]),
    ...picture,
    ...runs.flatMap(({ title, trace }) => {
      const pending = pendingInWords(trace);
      if (pending.length === 0) return [];
      const whose = runs.length > 1 ? `${title}: ` : "";
      return [
        "",
        ...wrap(`${whose}still pending: ${pending.join("; ")}`, width).map((line) => paint("yellow", line)),
      ];
    }),
  ];
}

/** Where nothing takes time there is nothing to see. */
export function isVisible(runs: readonly { trace: Trace }[]): boolean {
  return runs.some(({ trace }) => trace.end !== "quiet" || trace.endedAt > INSTANT);
}

function fileLines({ name, claim, played }: PlayedFile, { width, paint }: Look): string[] {
  const head = [
    paint("bold", printable(name)),
    ...(claim ? wrap(printable(claim), width - 2).map((line) => `  ${line}`) : []),
  ];
  if ("fault" in played)
    return [
      ...head,
      "",
      ...wrap(printable(played.fault), width - 2).map((line) => paint("red", `  ${line}`)),
    ];
  const { trace } = played;
  const lines = printedLines(trace.console);
  const column = Math.max(7, ...lines.map(({ at }) => at.length)) + 1;
  const printed = lines.map(({ at, level, text }) => {
    const shown = printable(text);
    return `${paint("dim", at.padStart(column))}  ${level === "error" || level === "warn" ? paint("yellow", shown) : shown}`;
  });
  const uncaught =
    trace.end === "crashed" ? [paint("red", `${" ".repeat(column)}  ${endInWords(trace)}`)] : [];
  return [
    ...head,
    "",
    ...printed,
    ...uncaught,
    ...insteadOf(trace)
      .flatMap((line) => wrap(line, width - 2))
      .map((line) => `  ${line}`),
  ];
}

/** What is not here is told by its error; in a file of one's own there is another way to what it would do. */
function insteadOf({ uncaught, floating, console: lines }: Trace): string[] {
  const errors = [uncaught, ...floating].flatMap((stray) => (stray ? show(stray.reason, 300) : []));
  const texts = [...errors, ...lines.map(({ text }) => text)];
  if (!texts.some((text) => text.includes("is not here: there is no network"))) return [];
  return [
    "",
    '`export default async (world) => { … }` gets services: `const fetch = world.service("fetch", { takes: 1000 })`.',
  ];
}

/** The course, part by part. */
export function courseLines(course: readonly Demonstration[], { width, paint }: Look): string[] {
  if (course.length === 0) return ["There is no demonstration in examples/course. Is this a whole clone?"];
  const column = Math.max(...course.map(({ name }) => name.length));
  const lines = course.flatMap(({ name, files }, index) => {
    const first = index === 0 || course[index - 1]!.part !== course[index]!.part ? [""] : [];
    const claims = files.map(({ variant, claim }) => (variant ? `${variant}: ${claim}` : claim));
    const told = claims.flatMap((claim) => wrap(claim, Math.max(20, width - column - 4)));
    return [
      ...first,
      ...told.map((line, at) => `  ${paint("bold", (at === 0 ? name : "").padEnd(column))}  ${line}`),
    ];
  });
  return [
    ...lines,
    "",
    "npm run play P6 runs a part, npm run play FILE.ts a file of yours; -- --step goes through it event by event.",
  ];
}
