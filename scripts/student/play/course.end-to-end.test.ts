// The course, held to what it claims: each demonstration is run, and its last lines, which are comments, say what it prints,
// when, and how it ends.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Playground } from "../../../graders/engine/play/playground.ts";
import { endInWords, pendingInWords } from "../../../graders/timeline/played.ts";
import { tasksOf } from "../../../graders/trace/tasks.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import { printedLines } from "../step/printed.ts";
import { demonstrations } from "./course.ts";
import { playedLines } from "./show.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const MOST_LINES = 30;
const course = demonstrations(ROOT);
const playground = new Playground();
afterAll(() => playground.close());

/** What READMEs show in place of running it: by the file that it begins with. */
const READMES = ["README.md", ...globSync("exercises/*/README.md", { cwd: ROOT })];
const pictures = READMES.flatMap((path) => {
  const text = readFileSync(join(ROOT, path), "utf8").replaceAll("\r\n", "\n");
  return Array.from(
    text.matchAll(/^```.*\n(?:\$ npm run play .*\n\n)?(P\d+-\S+\.ts)\b([\s\S]*?)^```$/gm),
    ([, name, rest]) => {
      return { path, name: name!, picture: `${name}${rest}` };
    },
  );
});
const LOOK = { width: 79, paint: (_: unknown, text: string) => text, colour: false };

test("every part of the course has its demonstrations", () => {
  expect([...new Set(course.map(({ part }) => part))]).toEqual(
    Array.from({ length: 12 }, (_, index) => `P${index + 1}`),
  );
});

test("READMEs show demonstrations that there are", () => {
  const names = course.map(({ files }) => basename(files[0]!.path));
  expect(pictures.length).toBeGreaterThan(5);
  expect(pictures.filter(({ name }) => !names.includes(name))).toEqual([]);
});

test.each(course)("$name shows what it claims", async ({ files }) => {
  const sources = files.map(({ path }) => readFileSync(join(ROOT, path), "utf8"));
  const traces: Trace[] = [];
  for (const [index, { path, claim }] of files.entries()) {
    const source = sources[index]!;
    expect(claim, `${path} begins with its claim`).not.toBe("");
    expect(source.trimEnd().split("\n").length, `${path} is short`).toBeLessThanOrEqual(MOST_LINES);
    const played = await playground.play({ entry: "demo.ts", files: new Map([["demo.ts", source]]) });
    if ("fault" in played) throw new Error(`${path}: ${played.fault}`);
    traces.push(played.trace);
    expect(lastComments(source), path).toBe(outputOf(played.trace));
  }
  const seen = new Set(traces.flatMap(timesOf));
  for (const { claim, path } of files)
    for (const [, time] of claim.matchAll(/\b(\d+)(?= ms\b)/g))
      expect([...seen], `${path} names ${time} ms`).toContain(Number(time));
  const played = files.map(({ path, claim }, index) => {
    const read = { entry: "demo.ts", files: new Map([["demo.ts", sources[index]!]]) };
    return { name: basename(path), claim, read, played: { trace: traces[index]! } };
  });
  // A README may leave out what is printed, and show the timeline alone.
  const shown = `${playedLines(played, LOOK).join("\n")}\n`;
  for (const { path, picture } of pictures.filter(({ name }) => name === played[0]!.name))
    expect(picture, path).toBe(shown.slice(-picture.length));
});

function lastComments(source: string): string {
  const lines = source.trimEnd().split("\n");
  const code = lines.findLastIndex((line) => !line.startsWith("//"));
  return lines
    .slice(code + 1)
    .map((line) => `${line}\n`)
    .join("");
}

function outputOf(trace: Trace): string {
  const printed = printedLines(trace.console).map(({ at, text }) => `${at.padStart(7)}  ${text}`);
  const pending = pendingInWords(trace).map((one) => `still pending: ${one}`);
  return [...printed, endInWords(trace), ...pending].map((line) => `// ${line}\n`).join("");
}

/** All times that one can see. */
function timesOf(trace: Trace): number[] {
  const spans = [...trace.calls, ...tasksOf(trace)].flatMap(({ start, end }) => [
    start.at,
    end?.at ?? start.at,
  ]);
  return [trace.endedAt, ...trace.console.map(({ at }) => at), ...spans];
}
