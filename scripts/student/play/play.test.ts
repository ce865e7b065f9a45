import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyTrace, type Trace } from "../../../graders/trace/trace.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";
import { demonstrations } from "./course.ts";
import { courseLines, playedLines } from "./show.ts";

let root: string;
const course = {
  "P6-tasks.right.ts": "// P6: Together.\n",
  "P6-tasks.wrong.ts": "// P6: In turn.\n",
  "P10-loop.ts": "console.log(1);\n",
  "P2-calling.ts": "// P2: Calling runs.\n",
  "notes.md": "",
};
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-play-")));
  mkdirSync(join(root, "examples/course"), { recursive: true });
  mkdirSync(join(root, "exercises/03-three"), { recursive: true });
  mkdirSync(join(root, "exercises/04-four"), { recursive: true });
  for (const [name, text] of Object.entries(course)) writeFileSync(join(root, "examples/course", name), text);
  writeFileSync(
    join(root, "exercises/03-three/README.md"),
    "Run first: `npm run play P6-tasks`, `npm run play P2-calling`.\n",
  );
  writeFileSync(join(root, "mine.ts"), "");
  writeFileSync(join(root, "mine.txt"), "");
});
afterAll(() => rmSync(root, { recursive: true }));

const parse = (...args: string[]) =>
  parseArguments(args, { root, folder: root, known: ["03-three", "04-four"] });
const groups = (...args: string[]) => {
  const options = parse(...args);
  if ("help" in options) throw new Error(options.help);
  return options.groups.map(({ files }) => files.map(({ name }) => name));
};

test("the course: by part, what is wrong before what is right, each with its claim", () => {
  const found = demonstrations(root).map(({ name, files }) => [
    name,
    ...files.map(({ variant, claim }) => `${variant}: ${claim}`),
  ]);
  expect(found).toEqual([
    ["P2-calling", ": Calling runs."],
    ["P6-tasks", "wrong: In turn.", "right: Together."],
    ["P10-loop", ": "],
  ]);
});

test("what is named: files share one axis, a part, a demonstration or an exercise are each by themselves", () => {
  const pair = ["P6-tasks.wrong.ts", "P6-tasks.right.ts"];
  expect(groups()).toEqual([]);
  expect(groups("mine.ts")).toEqual([["mine.ts"]]);
  expect(groups("mine.ts", "examples/course/P2-calling.ts")).toEqual([
    ["mine.ts", "examples/course/P2-calling.ts"],
  ]);
  expect(groups("p6")).toEqual([pair]);
  expect(groups("P6-tasks", "P2")).toEqual([pair, ["P2-calling.ts"]]);
  expect(groups("P6-tasks.right")).toEqual([["examples/course/P6-tasks.right.ts"]]);
  expect(groups("3")).toEqual([pair, ["P2-calling.ts"]]);
  expect(groups("exercises/03-three")).toEqual(groups("03-three"));
  expect(parse("--help")).toEqual({ help: expect.stringContaining("npm run play P6") });
});

const faults: [string[], RegExp][] = [
  [["none.ts"], /^There is no file none\.ts\. `npm run play` lists the course\.$/],
  [["P6-task"], /^There is no file P6-task\. Did you mean P6-tasks\?/],
  [["P7"], /^There is no demonstration of P7\. There are: P2, P6, P10\.$/],
  [["04"], /^The README of 04-four names no demonstration\./],
  [["9"], /^There is no exercise "9"/],
  [["mine.txt"], /^mine\.txt is no TypeScript file\.$/],
  [["exercises"], /^There is no file exercises\./],
  [Array(7).fill("mine.ts"), /^7 files are too many for one picture; name 6 at most\.$/],
  [["--json"], /^Name what to run: npm run play P6/],
  [["P2", "P6", "--svg", "x.svg"], /^--svg writes one picture, and these are 2\. Name one: P2-calling$/],
  [["P6", "--step"], /^--step goes through one file\. Name one: npm run play P6-tasks\.wrong\.ts -- --step$/],
  [["P2", "--json", "--watch"], /^--json goes with none of --step, --watch and --page\.$/],
  [["P2", "--step", "--page"], /^--step or --page: one of them\.$/],
  [["P2", "--step", "--watch"], /^--step or --watch: one of them\.$/],
  [["P2", "--fast"], /^unknown option '--fast'\. See: npm run play -- --help$/],
];
test.each(faults)("%j: says what is wrong, and what to do", (args, message) => {
  expect(() => parse(...args)).toThrow(message);
  expect(() => parse(...args)).toThrow(UsageError);
});

const look = { width: 79, paint: (_: unknown, text: string) => text, colour: false };
const line = (at: number, text: string) => ({ at, seq: at, level: "log", text });
const traceOf = (to: number, parts: Partial<Trace> = {}): Trace =>
  emptyTrace({
    endedAt: to,
    console: [line(0, "start"), line(to, "two\nlines\u001b[2J")],
    outcomes: {
      main: { label: "main", start: { at: 0, seq: 1 }, state: "fulfilled", settled: { at: 0, seq: 2 } },
    },
    steps: [
      { at: 0, seq: 3, kind: "call", task: 1, name: "f", where: { line: 1, column: 1 } },
      { at: to, seq: 4, kind: "settle", task: 1, how: "fulfilled", where: { line: 2, column: 1 } },
      { at: 0, seq: 5, kind: "call", task: 2, name: "g", where: { line: 3, column: 1 } },
      { at: 0, seq: 6, kind: "await", task: 2, where: { line: 4, column: 1 } },
    ],
    ...parts,
  });

const read = { entry: "a.ts", files: new Map<string, string>() };

test("two files: each one's claim and console, then both on one axis, and what is still pending", () => {
  const files = [
    { name: "a.ts", claim: "In turn.", read, played: { trace: traceOf(2000) } },
    { name: "b.ts", claim: "", read, played: { trace: traceOf(1000, { steps: [] }) } },
  ];
  expect(playedLines(files, look).join("\n")).toMatchInlineSnapshot(`
    "a.ts
      In turn.

        0 ms  start
     2000 ms  two
              lines\\u001b[2J

    b.ts

        0 ms  start
     1000 ms  two
              lines\\u001b[2J

    a.ts            0 ms           500            1000            1500         2000
                    ├───────────────┼──────────────┼───────────────┼──────────────┤
      f()           ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄┊
      g()           ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄ never ends →
      the end       ──────────────────────────────────────────── ended at 2000 ms ●

    b.ts
      the end       ───────────────────────────────● ended at 1000 ms

      ▄ an async function

    a.ts: still pending: g(), line 4"
  `);
});

test("a name that is longer than labels are stands above the times", () => {
  const name = "P6-a-demonstration-with-a-long-name.wrong.ts";
  const lines = playedLines([{ name, claim: "", read, played: { trace: traceOf(2000) } }], look);
  const picture = lines.slice(lines.lastIndexOf(name));
  expect(picture.slice(0, 2)).toEqual([name, expect.stringMatching(/^ +0 ms +500 /)]);
});

test("the course as a list", () => {
  expect(courseLines(demonstrations(root), look).join("\n")).toMatchInlineSnapshot(`
    "
      P2-calling  Calling runs.

      P6-tasks    wrong: In turn.
                  right: Together.

      P10-loop    

    npm run play P6 runs a part, npm run play FILE.ts a file of yours; -- --step goes through it event by event."
  `);
});
