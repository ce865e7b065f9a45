import { expect, test } from "vitest";
import { emptyTrace } from "../../../graders/trace/trace.ts";
import type { GradedCheck } from "../../../graders/vitest/graded.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { steppedOf } from "../step/stepped.ts";
import { Companion, type Extent } from "./companion.ts";

const ids = ["01-a", "02-b", "03-c"];
const extent: Extent = { first: 5, last: 20, page: 10 };
const verdict = (outcome: "passed" | "failed"): GradedCheck[] => [
  {
    title: "it works",
    verdict: {
      id: "works",
      title: "it works",
      outcome,
      score: outcome === "passed" ? 2 : 0,
      maxScore: 2,
      feedback: "",
    },
  },
];
const failed: GradedCheck[] = [
  { title: "it works", verdict: { ...verdict("failed")[0]!.verdict!, feedback: "It does not." } },
];

function rig(current = "02-b") {
  const log: string[] = [];
  const companion = new Companion(
    ids.map((id) => ({ id, title: id.toUpperCase() })),
    current,
    {
      gradeNow: (id) => log.push(`grade ${id}`),
      gradeLater: (of) => log.push(`later ${of.join(" ")}`),
      takeHint: async ({ id, again }) => {
        if (id === "03-c") throw new UsageError("There are no hints.");
        return { id, hint: { title: "t", body: "b" }, number: again ? 1 : 2, count: 2 };
      },
      reset: async (id) => [`${id} is reset.`, `Kept ${id}.`],
      isChanged: (id) => id !== "03-c",
      edit: (id) => {
        log.push(`edit ${id}`);
        return id === "03-c" ? "No editor." : undefined;
      },
      hasAnswers: async () => true,
      compare: async (id) => {
        if (id === "03-c") throw new UsageError("03 does not pass yet.");
        return { id, own: { name: "b.ts", source: "" }, answers: [] };
      },
      step: async (id, { trace }) => {
        log.push(`step ${id}`);
        if (id === "03-c") throw new UsageError("The sandbox does not start.");
        return steppedOf({ title: id, trace: trace!, files: new Map([["a.ts", "f();\n"]]), entry: "a.ts" });
      },
      remember: (id) => log.push(`remember ${id}`),
      quit: () => log.push("quit"),
    },
  );
  const press = (...keys: string[]) => {
    for (const key of keys) companion.press(key, extent);
  };
  return { companion, log, press };
}

/** A verdict on a run in which a timer fires and then a line is printed. */
const traced: GradedCheck[] = [
  {
    title: "it works",
    verdict: {
      ...failed[0]!.verdict!,
      trace: emptyTrace({
        console: [{ at: 5, seq: 2, level: "log", text: "hello" }],
        steps: [{ at: 5, seq: 1, kind: "turn", owner: "world" }],
      }),
    },
  },
];

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("it begins with the current exercise, and goes on to the others when there is time", () => {
  const { companion, log } = rig();
  companion.begin();
  expect(log).toEqual(["grade 02-b", "later 01-a 03-c"]);
});

test("a save leads to its exercise; git's many lead nowhere, but to the current one's new verdict", () => {
  const { companion, log } = rig();
  companion.saved(["03-c"]);
  expect(companion.state.current).toBe("03-c");
  companion.saved(["01-a", "02-b"]);
  expect(companion.state.current).toBe("03-c");
  companion.saved(["01-a", "03-c"]);
  expect(companion.state.current).toBe("03-c");
  expect(log).toEqual(["remember 03-c", "grade 03-c", "later 01-a 02-b", "grade 03-c", "later 01-a"]);
});

test("next is the first after this one that does not pass, also before it, and at last there is none", () => {
  const { companion, press } = rig();
  companion.graded("03-c", verdict("passed"));
  press("n");
  expect(companion.state.current).toBe("01-a");
  companion.graded("01-a", verdict("passed"));
  companion.graded("02-b", failed);
  press("n", "n");
  expect([companion.state.current, companion.state.notice]).toEqual(["02-b", "All the others pass."]);
  companion.graded("02-b", verdict("passed"));
  press("n");
  expect(companion.state.notice).toBe("Everything passes. Well done!");
  press("p", "p");
  expect([companion.state.current, companion.state.notice]).toEqual(["01-a", "This is the first exercise."]);
});

test("a new verdict is read from its beginning, a verdict of another exercise moves nothing", () => {
  const { companion, press } = rig();
  press("down");
  expect(companion.state.scroll).toBe(6);
  companion.graded("01-a", failed);
  expect(companion.state.scroll).toBe(6);
  companion.graded("02-b", failed);
  expect(companion.state.scroll).toBeUndefined();
});

test("scrolling stays within the text", () => {
  const { companion, press } = rig();
  const to = (key: string) => {
    press(key);
    return companion.state.scroll;
  };
  expect(["up", " ", "pagedown", "b", "pageup", "G", "g", "end", "home", "j", "k"].map(to)).toEqual([
    4, 15, 15, 0, 0, 20, 0, 20, 0, 6, 4,
  ]);
});

test("only y resets; every other key leaves the file alone, q quits even then", async () => {
  const { companion, log, press } = rig();
  press("r");
  expect(companion.state.asking).toBe("reset");
  press("n");
  await settled();
  expect([companion.state.current, companion.state.notice, log]).toEqual([
    "02-b",
    "b.ts stays as it is.",
    [],
  ]);
  press("r", "y");
  await settled();
  expect([companion.state.notice, log]).toEqual(["Kept 02-b.", ["grade 02-b"]]);
  press("r", "q");
  expect(log).toEqual(["grade 02-b", "quit"]);
});

test("an untouched file is not offered to be reset, and e opens it or says why not", () => {
  const { companion, log, press } = rig("03-c");
  press("r");
  expect([companion.state.asking, companion.state.notice]).toEqual([
    undefined,
    "There is nothing to reset: c.ts is as you first got it.",
  ]);
  press("e");
  expect([companion.state.notice, log]).toEqual(["No editor.", ["edit 03-c"]]);
});

test("a hint is shown until a save; where there is none that is told, and nothing else changes", async () => {
  const { companion, press } = rig();
  press("h");
  await settled();
  expect(companion.state.view).toMatchObject({ kind: "hint", taken: { number: 2 } });
  press("H");
  await settled();
  expect(companion.state.view).toMatchObject({ kind: "hint", taken: { number: 1 } });
  companion.saved(["03-c"]);
  press("h");
  await settled();
  expect([companion.state.view, companion.state.notice]).toEqual([
    { kind: "verdict" },
    "There are no hints.",
  ]);
});

test("the list: the arrows stop at its ends, Enter goes there, Escape does not", () => {
  const { companion, log, press } = rig();
  press("l", "down", "down", "down");
  expect(companion.state.view).toEqual({ kind: "list", selected: "03-c" });
  press("g", "escape");
  expect([companion.state.view, companion.state.current]).toEqual([{ kind: "verdict" }, "02-b"]);
  press("l", "up", "enter");
  expect([companion.state.view, companion.state.current]).toEqual([{ kind: "verdict" }, "01-a"]);
  expect(log).toEqual(["remember 01-a", "grade 01-a"]);
});

test("views toggle, and keys that mean nothing do nothing", () => {
  const { companion, press } = rig();
  const kind = (key: string) => {
    press(key);
    return companion.state.view.kind;
  };
  expect(["t", "t", "?", "t", "a", "?", "?", "x", "ü"].map(kind)).toEqual([
    "task",
    "verdict",
    "help",
    "task",
    "all",
    "help",
    "verdict",
    "verdict",
    "verdict",
  ]);
});

test("s goes through the failure step by step; Esc, or s again, back to the verdict", async () => {
  const { companion, log, press } = rig();
  press("s");
  expect(companion.state.notice).toBe("There is no run to step through: no check has run to its end.");
  companion.graded("02-b", traced);
  press("s");
  await settled();
  expect(companion.state.view).toMatchObject({ kind: "steps", at: 0, stepped: { title: "02-b" } });
  press("right", "right", "right");
  expect(companion.state.view).toMatchObject({ kind: "steps", at: 1 });
  press("up");
  expect(companion.state.view).toMatchObject({ kind: "steps", at: 0 });
  press("s");
  expect([companion.state.view, log]).toEqual([{ kind: "verdict" }, ["step 02-b"]]);
});

test("a run that cannot be had again says why, and who has gone elsewhere stays there", async () => {
  const { companion, press } = rig("03-c");
  companion.graded("03-c", traced);
  press("s");
  await settled();
  expect([companion.state.view, companion.state.notice]).toEqual([
    { kind: "verdict" },
    "The sandbox does not start.",
  ]);
  companion.graded("02-b", traced);
  press("p", "s", "t");
  await settled();
  expect(companion.state.view).toEqual({ kind: "task" });
});

test("w shows the exercise beside our own answers, or what is in the way", async () => {
  const { companion, press } = rig();
  press("w");
  await settled();
  expect(companion.state.view).toMatchObject({ kind: "compare", comparison: { id: "02-b" } });
  press("w");
  expect(companion.state.view).toEqual({ kind: "verdict" });
  // Whether there are any is asked once there is something to compare.
  expect(companion.state.answers).toBe(undefined);
  companion.graded("02-b", verdict("passed"));
  await settled();
  expect(companion.state.answers).toBe(true);
  const other = rig("03-c");
  other.press("w");
  await settled();
  expect([other.companion.state.view.kind, other.companion.state.notice]).toEqual([
    "verdict",
    "03 does not pass yet.",
  ]);
});
