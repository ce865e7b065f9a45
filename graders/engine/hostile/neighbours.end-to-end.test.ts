// A verdict follows from program, graders and seed: 30 answers in 20 orders, after hostile neighbours in the same child, are
// graded byte by byte as each of them alone.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Grader } from "../../kit/grader.ts";
import type { Position } from "../../trace/plain.ts";
import { compile, originalPosition } from "../compile/compile.ts";
import { assets } from "../edition/assets.ts";
import { type Children, confirmed } from "../judge/confirmed.ts";
import { ChildHolder } from "../sandbox/child-holder.ts";
import { Child } from "../sandbox/run.ts";
import { sandboxCommand } from "../sandbox/sandbox.ts";
import { filesOf } from "./cases.ts";
import { answers, COSTLY, type GradedAnswer } from "./neighbours/answers.ts";
import { neighbours } from "./neighbours/neighbours.ts";

const ORDERS = 20;
/** Of the answers in each order, each after a neighbour. */
const LENGTH = 6;
/** A neighbour and an answer that the first orders have in their middle: each would tell if one defence were gone. */
const TELLING = [
  ["leaves 30 MiB on shared objects", "needs most of the memory"],
  ["leaves ArrayBuffers on shared objects", "needs 150 MiB beside the heap"],
  ["recurses to the end of the stack", "tells how deep it may go when it is warm"],
  ["fills the registry of symbols", "runs out of memory"],
  ["warms up events and promises", "never comes back"],
  ["runs out of memory", "needs most of the memory"],
  ["never comes back", "tells ids, times and chances"],
] as const;
const LIMITS = { startMs: 30_000, runMs: 1_500, exerciseMs: 10_000, stretch: 10 };

const all = answers();
const alone = new Map<string, string>();
let graders: Grader[];
let begin: () => Children;
let children: Children;

beforeAll(async () => {
  const loaded = await assets.load([...new Set(all.map(({ exercise }) => exercise))]);
  graders = loaded.graders;
  const command = sandboxCommand(loaded.program);
  const holder = (args: string[]) => new ChildHolder(async () => new Child({ ...command, args }, LIMITS));
  begin = () => ({ shared: holder(command.args), steady: holder(command.steadyArgs!) });
  for (const answer of all) {
    children = begin();
    alone.set(answer.name, await graded(answer));
    await end();
  }
}, 300_000);
afterAll(() => end());

async function end(): Promise<void> {
  for (const child of [...children.shared.all, ...children.steady.all]) await child.close();
}

async function graded({ exercise, source }: Omit<GradedAnswer, "name">): Promise<string> {
  const compiled = await compile(filesOf(exercise, source) as Parameters<typeof compile>[0]);
  if (!compiled.ok) throw new Error(compiled.message);
  const { program } = compiled;
  const grader = graders.find(({ id }) => id === exercise)!;
  const place = ({ line, column }: Position) => originalPosition(program, line, column);
  const what = { grader, code: program.code, place };
  const { checks, answers } = await confirmed(what, children, { seed: 1, untouched: false });
  return JSON.stringify([checks, [...answers]]);
}

/** A list in an order that follows from the number. */
function shuffled<T>(list: readonly T[], number: number): T[] {
  const key = (index: number) => Math.abs(Math.sin((index + 1) * 12.9898 + number * 78.233) * 43758.5453) % 1;
  return [...list.keys()].sort((a, b) => key(a) - key(b)).map((index) => list[index]!);
}

test("there are 30 answers and 20 kinds of neighbours", () => {
  expect([all.length, Object.keys(neighbours).length]).toEqual([30, 20]);
});

test("each answer comes to what it is meant to", () => {
  const outcome = (name: string) => JSON.parse(alone.get(name)!)[0][0].outcome;
  expect([...COSTLY].map(outcome)).toEqual(["memory-limit", "time-limit"]);
  const curious = all.filter(({ name }) => /^(tells|asks|needs)/.test(name));
  expect(curious.map(({ name }) => outcome(name))).toEqual(curious.map(() => "passed"));
});

const orders = Array.from({ length: ORDERS }, (_, number) => number);

test.each(orders)("order %i", { timeout: 300_000 }, async (number) => {
  const order = shuffled(
    all.filter(({ name }) => !COSTLY.has(name)),
    number,
  ).slice(0, LENGTH);
  const before = shuffled(
    Object.keys(neighbours).filter((name) => !COSTLY.has(name)),
    number,
  ).slice(0, LENGTH);
  const [neighbour, told] = TELLING[number] ?? [];
  // What is worn by then is worn, and others are to come.
  if (neighbour !== undefined) {
    before[LENGTH >> 1] = neighbour;
    order[LENGTH >> 1] = all.find(({ name }) => name === told)!;
  }
  children = begin();
  const differ: string[] = [];
  for (const [place, answer] of order.entries()) {
    await graded({ exercise: "01-first-await", source: neighbours[before[place]!]! });
    if ((await graded(answer)) !== alone.get(answer.name))
      differ.push(`${answer.name} after: ${before[place]}`);
  }
  await end();
  expect(differ).toEqual([]);
});
