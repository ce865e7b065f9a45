// A verdict follows from program, graders and seed: 30 answers in 20 orders after hostile neighbours in the same child, byte
// by byte as each is graded alone.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Grader } from "../../kit/grader.ts";
import { assets } from "../assets.ts";
import { ChildHolder } from "../child-holder.ts";
import { compile, originalPosition } from "../compile.ts";
import { type Children, confirmed } from "../confirmed.ts";
import { Child } from "../run.ts";
import { sandboxCommand } from "../sandbox.ts";
import { filesOf } from "./cases.ts";
import { answers, type GradedAnswer } from "./neighbours/answers.ts";
import { neighbours } from "./neighbours/neighbours.ts";

const ORDERS = 20;
/** Of the answers in each order. */
const GRADED = 9;
const LIMITS = { startMs: 30_000, runMs: 400, exerciseMs: 10_000, stretch: 10 };
/** What these leave is a new child, which another one finds sooner: they cost their whole time limit. */
const SELDOM = ["runs out of memory", "never comes back"];

const all = answers();
const alone = new Map<string, string>();
let graders: Grader[];
let children: Children;
const open: Children[] = [];
let begin: () => Children;

beforeAll(async () => {
  const loaded = await assets.load(["01-first-await", ...new Set(all.map(({ exercise }) => exercise))]);
  graders = loaded.graders;
  const command = sandboxCommand(loaded.program);
  const holder = (args: string[], times = 1) => {
    const limits = { ...LIMITS, runMs: LIMITS.runMs * times, exerciseMs: LIMITS.exerciseMs * times };
    return new ChildHolder(async () => new Child({ ...command, args }, limits));
  };
  begin = () => {
    const made = { shared: holder(command.args), steady: holder(command.steadyArgs!, 4) };
    open.push(made);
    return made;
  };
  for (const answer of all) {
    children = begin();
    alone.set(answer.name, await graded(answer));
    await end(children);
  }
}, 300_000);
afterAll(async () => {
  for (const each of open) await end(each);
});

async function end({ shared, steady }: Children): Promise<void> {
  for (const child of [...shared.all, ...steady.all]) await child.close();
}

async function graded({ exercise, source }: Omit<GradedAnswer, "name">): Promise<string> {
  const compiled = await compile(filesOf(exercise, source) as Parameters<typeof compile>[0]);
  if (!compiled.ok) throw new Error(compiled.message);
  const { program } = compiled;
  const grader = graders.find(({ id }) => id === exercise)!;
  const place = ({ line, column }: { line: number; column: number }) =>
    originalPosition(program, line, column);
  const verdict = await confirmed({ grader, code: program.code, place }, children, {
    seed: 1,
    untouched: false,
  });
  return JSON.stringify([verdict.checks, [...verdict.answers]], (key, value) =>
    key === "detail" ? "" : value,
  );
}

/** A list in an order that follows from the number. */
function shuffled<T>(list: readonly T[], number: number): T[] {
  const keys = list.map((_, index) => Math.sin((index + 1) * 12.9898 + number * 78.233) * 43758.5453);
  return list
    .map((_, index) => index)
    .sort((a, b) => (keys[a]! % 1) - (keys[b]! % 1))
    .map((index) => list[index]!);
}

test("there are 30 answers and 20 kinds of neighbours", () => {
  expect([all.length, Object.keys(neighbours).length]).toEqual([30, 20]);
});

test.each(Array.from({ length: ORDERS }, (_, number) => number))(
  "order %i",
  { timeout: 300_000 },
  async (number) => {
    children = begin();
    const usual = Object.keys(neighbours).filter((name) => !SELDOM.includes(name));
    const before = shuffled(usual, number).slice(0, GRADED - 1);
    if (number < SELDOM.length * 2) before.push(SELDOM[number % SELDOM.length]!);
    else before.push(shuffled(usual, number).at(-1)!);
    const differ: string[] = [];
    for (const [place, answer] of shuffled(all, number).slice(0, GRADED).entries()) {
      await graded({ exercise: "01-first-await", source: neighbours[before[place]!]! });
      if ((await graded(answer)) !== alone.get(answer.name))
        differ.push(`${answer.name} after one who ${before[place]}`);
    }
    await end(children);
    expect(differ).toEqual([]);
  },
);
