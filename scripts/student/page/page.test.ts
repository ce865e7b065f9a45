// The page's parts that need no browser.
import { expect, test } from "vitest";
import { call, moment, outcome, traceOf } from "../../../graders/timeline/fixture.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import { pageAssets } from "./assets.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { inAWindow, zoomed } from "./browser/zoom.ts";
import { whatChanged } from "./changed.ts";
import { checkView } from "./check-view.ts";
import { highlighted } from "./highlighted.ts";
import { windowEditor } from "./open-file.ts";
import type { CheckView, ExerciseView } from "./shapes.ts";
import { lineFacts } from "./steps-view.ts";

/** Bytes of script and style together, as they are sent. */
const MOST = 120_000;

test("the page is small, and loads nothing from anywhere", async () => {
  const { script, style } = await pageAssets();
  expect(script.length + style.length).toBeLessThan(MOST);
  // Namespaces and links of SVG are names, not places.
  expect(`${script}${style}`.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(
    /https?:\/\/|@import|url\(/,
  );
});

test("Markdown is data: its markup is left out, its links lead to https alone", () => {
  const text = (kind: Block["kind"]) => blocksOf(SAMPLE).filter((block) => block.kind === kind);
  expect(text("paragraph")).toEqual([
    {
      kind: "paragraph",
      text: [
        { text: "a < b, " },
        { text: "x && <b>", look: "code" },
        { text: ", " },
        { text: "strong", look: "strong" },
        { text: " " },
        { text: "no" },
        { text: " " },
        { text: "yes", href: "https://a.example/?b=1&c=2" },
      ],
    },
  ]);
  expect(text("list")).toEqual([
    {
      kind: "list",
      ordered: true,
      items: [
        [{ kind: "paragraph", text: [{ text: "one" }] }],
        [{ kind: "paragraph", text: [{ text: "two more" }] }],
      ],
    },
  ]);
  expect(text("table")).toEqual([{ kind: "table", rows: [[[{ text: "A" }]], [[{ text: "b" }]]] }]);
  expect(JSON.stringify(blocksOf(SAMPLE))).not.toMatch(/secret|onerror/);
});

const SAMPLE = `a < b, \`x && <b>\`, **strong** [no](javascript:1) [yes](https://a.example/?b=1&c=2)

<details>secret</details>
<img onerror=1>

1. one
2. two
   more

| A |
| - |
| b |
`;

test("code is told in pieces, also where it does not compile; every character of it is there", () => {
  const source = '// a\r\nexport async function f(x: number) {\n\treturn `${await g(x)}` +\u202e "s" + ;\n';
  const lines = highlighted(source);
  expect(lines.map((line) => line.map(([, text]) => text).join(""))).toEqual([
    "// a",
    "export async function f(x: number) {",
    '  return `${await g(x)}` +\\u202e "s" + ;',
    "",
  ]);
  expect(lines[0]).toEqual([["comment", "// a"]]);
  expect(lines[1]!.filter(([kind]) => kind === "keyword").map(([, text]) => text)).toEqual([
    "export",
    "async",
    "function",
  ]);
});

const check = (more: Partial<CheckView>): CheckView => {
  const plain = { title: "t", score: 0, maxScore: 2, feedback: "", console: [], steps: false };
  return { id: "time", state: "failed", ...plain, ...more };
};
const view = (revision: number, checks: CheckView[], id = "03-x") =>
  ({ id, revision, checks }) as unknown as ExerciseView;

test("what a save changed is said in one sentence, and nothing where there is nothing to compare", () => {
  const before = view(1, [check({ virtualMs: 3000 }), check({ id: "order", state: "passed" })]);
  const passed = view(2, [
    check({ state: "passed", virtualMs: 1000 }),
    check({ id: "order", state: "passed" }),
  ]);
  expect(whatChanged(before, passed)).toBe("1 → 2 of 2 checks pass; settled at 3000 → 1000 ms.");
  expect(whatChanged(passed, view(3, [check({}), check({ id: "order" })]))).toBe("2 → 0 of 2 checks pass.");
  expect(whatChanged(before, { ...before, revision: 2 })).toBe("As before.");
  const faster = view(2, [check({ virtualMs: 2000.5 }), check({ id: "order", state: "passed" })]);
  expect(whatChanged(before, faster)).toBe("settled at 3000 → 2000.5 ms.");
  for (const [one, other] of [
    [undefined, passed],
    [before, before],
    [view(1, [], "04-x"), passed],
    [view(1, []), passed],
  ] as const)
    expect(whatChanged(one, other)).toBe("");
});

test("a line's facts: how often something waited there and for how long, and how often it called", () => {
  const at = (time: number, line: number) => ({ ...moment(time), where: { line, column: 1 } });
  const calls = [{ ...call("fetchApi", [1], 0, 1000), start: at(0, 4) }];
  const steps: Trace["steps"] = [
    { ...at(0, 2), kind: "call", task: 1, name: "f" },
    { ...at(0, 4), kind: "await", task: 1 },
    { ...moment(1000), kind: "resume", task: 1 },
    { ...at(1000, 4), kind: "await", task: 1 },
    { ...moment(1500), kind: "resume", task: 1 },
    { ...moment(1500), kind: "await", task: 1, where: { file: "help.ts", line: 9, column: 2 } },
  ];
  expect(lineFacts(traceOf(calls, outcome("pending"), { steps, endedAt: 1800 }), "f.ts")).toEqual({
    "f.ts": [{ line: 4, waits: 2, waited: 1500, calls: 1 }],
    "help.ts": [{ line: 9, waits: 0, waited: 0, still: 1500, calls: 0 }],
  });
});

test("a check's calls are told whole, each beside its lane, also where several are alike", () => {
  const long = "x".repeat(100);
  const calls = [
    call("load", [long], 0, 100, { value: { page: 1 } }),
    call("load", ["y"], 0, 100, { value: "first" }),
    call("load", ["y"], 0, 100, { value: "second" }),
    call("load", ["z"], 50, 80, { how: "rejected", value: new Error("no") }),
    call("wait", [], 90),
  ];
  const trace = traceOf(calls, outcome("pending"));
  const verdict = {
    id: "time",
    title: "t\u202e",
    outcome: "failed",
    score: 0,
    maxScore: 1,
    feedback: "No.",
    trace,
  } as const;
  const { title, calls: told, steps } = checkView({ title: verdict.title, state: "failed", verdict }, "03-x");
  expect([title, steps]).toEqual(["t\\u202e", true]);
  expect(told).toEqual([
    { index: 0, call: `load("${long}")`, ended: "resolved to { page: 1 }" },
    { index: 1, call: 'load("y")', ended: 'resolved to "first"' },
    { index: 2, call: 'load("y")', ended: 'resolved to "second"' },
    { index: 3, call: 'load("z")', ended: "rejected with Error: no" },
    { index: 4, call: "wait()" },
  ]);
});

test("zooming stays within the whole, around the time that one is at", () => {
  const whole = { from: 0, to: 1000 };
  expect(zoomed(whole, whole, 0.5, undefined)).toEqual({ from: 250, to: 750 });
  expect(zoomed(whole, whole, 0.5, 900)).toEqual({ from: 500, to: 1000 });
  expect(zoomed({ from: 250, to: 750 }, whole, 2, 300)).toBe(whole);
  expect(zoomed({ from: 0, to: 16 }, whole, 0.5, 0)).toEqual({ from: 0, to: 15.625 });
  expect(inAWindow({ from: 250, to: 750 }, 800, whole)).toEqual({ from: 500, to: 1000 });
  expect(inAWindow({ from: 250, to: 750 }, 300, whole)).toEqual({ from: 250, to: 750 });
});

test("an editor with a window of its own opens files; what may want the terminal does not", () => {
  const editor = (env: NodeJS.ProcessEnv) => windowEditor(env, () => "/usr/bin/code")?.name;
  expect(editor({ VISUAL: "code --wait" })).toBe("code");
  expect(editor({ EDITOR: '"C:\\Program Files\\VS Code\\bin\\code.cmd" -w' })).toBe("code");
  expect(editor({ TERM_PROGRAM: "vscode" })).toBe("code");
  for (const command of ["vim", "nano", "emacs -nw", "/bin/sh -c code", ""])
    expect(editor({ EDITOR: command }), command).toBeUndefined();
});
