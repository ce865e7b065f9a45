// Which of several attempts counts: what ends in a child that ran other programs, or ends oddly, is run again in a fresh one.
import { expect, test } from "vitest";
import { check } from "../../kit/grader.ts";
import { emptyTrace } from "../../trace/trace.ts";
import { ChildHolder } from "../sandbox/child-holder.ts";
import type { Answer, Child } from "../sandbox/run.ts";
import type { Answers } from "../types.ts";
import { confirmed } from "./confirmed.ts";

type End = "trace" | "memory-limit" | "time-limit" | "crashed" | "fault" | "full" | "deep";

/** A child that has run so many programs, and ends its runs so, one after another. */
function falseChild(programs: number, ends: End[], log: string[], name: string): Child {
  const left = [...ends];
  const child = {
    alive: true,
    deep: false,
    programs,
    exerciseAllowance: () => undefined,
    async load() {
      child.programs++;
      if (left[0] !== "full") return { kind: "ready" };
      left.shift();
      return { kind: "full" };
    },
    async runs(_series: unknown, _inputs: unknown, answered: (answer: Answer) => void) {
      const end = left.shift() ?? "trace";
      log.push(`${name}: ${end}`);
      child.deep ||= end === "deep";
      if (end === "trace" || end === "deep") return answered({ kind: "trace", trace: emptyTrace() });
      if (end === "fault") return answered({ kind: "fault", message: "a fault" });
      child.alive = false;
      answered({ kind: "died", outcome: end as "crashed", detail: "" });
    },
    async close() {
      child.alive = false;
    },
  };
  return child as unknown as Child;
}

const grader = {
  id: "99-test",
  mistakes: {},
  checks: ["first", "second"].map((title) =>
    check(title, title, { points: 1, scenario: () => undefined, expect: () => [] }),
  ),
};

interface Setting {
  /** Whether the first child has run another program. */
  worn?: boolean;
  steady?: End[][];
  known?: Answers;
}

/** Two checks, by children that end so. */
async function attempts(shared: End[][], { worn = true, steady = [], known }: Setting = {}) {
  const log: string[] = [];
  const holder = (name: string, children: End[][]) => {
    let started = 0;
    return new ChildHolder(async () => {
      const programs = worn && name === "shared" && started === 0 ? 1 : 0;
      const child = falseChild(programs, children[started] ?? [], log, `${name} ${started}`);
      started++;
      return child;
    });
  };
  const children = { shared: holder("shared", shared), steady: holder("steady", steady) };
  const program = { grader, code: "", place: () => undefined };
  const { checks, answers } = await confirmed(program, children, { seed: 1, untouched: false, known });
  return { log, outcomes: checks.map(({ outcome }) => outcome), kept: [...answers.keys()] };
}

test("without an odd end the child is used as it is", async () => {
  expect(await attempts([[]])).toEqual({
    log: ["shared 0: trace", "shared 0: trace"],
    outcomes: ["passed", "passed"],
    kept: ["first", "second"],
  });
});

test.each<[End]>([["memory-limit"], ["time-limit"], ["crashed"], ["fault"]])(
  "%s where another program ran before counts nothing: all is run again in a fresh child",
  async (end) => {
    expect(await attempts([["trace", end]])).toEqual({
      log: ["shared 0: trace", `shared 0: ${end}`, "shared 1: trace", "shared 1: trace"],
      outcomes: ["passed", "passed"],
      kept: ["first", "second"],
    });
  },
);

test("in a fresh child it counts, and nothing of such a run is kept to be judged again", async () => {
  expect(await attempts([["trace", "memory-limit"]], { worn: false })).toEqual({
    log: ["shared 0: trace", "shared 0: memory-limit"],
    outcomes: ["passed", "memory-limit"],
    kept: [],
  });
});

test("a crash, which is nobody's doing, counts when it comes the third time", async () => {
  const { log, outcomes } = await attempts([["crashed"], ["crashed"], ["crashed", "trace"]]);
  expect(log.slice(0, 3)).toEqual(["shared 0: crashed", "shared 1: crashed", "shared 2: crashed"]);
  expect(outcomes).toEqual(["crashed", "skipped"]);
  expect((await attempts([["crashed"]], { worn: false })).outcomes).toEqual(["passed", "passed"]);
});

test("what went deep is run where all runs go as deep, and the child that did is used no more", async () => {
  expect(await attempts([["deep", "trace"]], { steady: [["trace", "memory-limit"]] })).toEqual({
    log: ["shared 0: deep", "shared 0: trace", "steady 0: trace", "steady 0: memory-limit"],
    outcomes: ["passed", "memory-limit"],
    kept: [],
  });
});

test("a child that is full gives way to a fresh one", async () => {
  expect((await attempts([["full"]])).log).toEqual(["shared 1: trace", "shared 1: trace"]);
});

test("known answers stand for runs as long as none of the others ends oddly", async () => {
  const known: Answers = new Map([["first", { kind: "trace", trace: emptyTrace() }]]);
  expect((await attempts([[]], { worn: false, known })).log).toEqual(["shared 0: trace"]);
  expect((await attempts([["memory-limit"]], { worn: false, known })).log).toEqual([
    "shared 0: memory-limit",
    "shared 1: trace",
    "shared 1: trace",
  ]);
});
