// What one student hands in moves nobody else's mark: also not through a verdict that equal programs share.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEngine } from "../../../graders/engine/engine.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { keptOutput } from "../../testing/outputs.ts";
import type { Results } from "../results.ts";
import { runGrade } from "./run.ts";

const SOLUTIONS = join(import.meta.dirname, "../../../solutions");
const EXERCISES = ["01-first-await", "03-three-apis"];
const text = (...path: string[]) => readFileSync(join(SOLUTIONS, ...path), "utf8");
const [RIGHT_01, RIGHT_03] = [text("01-first-await/first-await.ts"), text("03-three-apis/three-apis.ts")];
/** What several hand in alike. */
const COMMON = [
  RIGHT_03,
  ...readdirSync(join(SOLUTIONS, "03-three-apis/wrong"))
    .toSorted()
    .slice(0, 2)
    .map((name) => text("03-three-apis/wrong", name)),
];

const honest = Object.fromEntries(
  COMMON.flatMap((source, number) => [
    [`class/honest-${number}/first-await.ts`, RIGHT_01],
    [`class/honest-${number}/three-apis.ts`, `${source}\n// Alike but for this.`],
  ]),
);

/** Her first program leaves as much memory behind as it can get; her second is somebody else's, whose verdict they share. */
const STAMP = "class Given { constructor(target: any) { return target; } }";
const FILLS = [
  `${STAMP} for (let n = 0; n < 119; n++) { class Stamp extends Given { #kept = new Array(2 ** 17).fill(0.5); } new Stamp(Math); }`,
  `${STAMP} try { for (;;) { class Stamp extends Given { #kept = new Uint8Array(2 ** 20); } new Stamp(Math); } } catch {}`,
  `for (let n = 0; n < 111 * 1024; n++) Symbol.for("x".repeat(1000) + n);`,
];
const hostile = Object.fromEntries(
  COMMON.flatMap((source, number) => [
    [`class/a-${number}/first-await.ts`, `export async function orderBurgers() { ${FILLS[number]} }`],
    [`class/a-${number}/three-apis.ts`, source],
  ]),
);

/** What the class got: of everybody but Mallory all that results.json and their feedback say. */
async function graded(files: Record<string, string>, jobs: number, first: string[] = []): Promise<string[]> {
  const root = temporaryFolder(files);
  const grade = async (...names: string[]) => {
    const places = names.map((name) => ({ given: name, absolute: join(root, "class", name) }));
    const out = join(root, "report");
    const io = {
      stdout: keptOutput(),
      stderr: keptOutput(),
      openEngine: () => openEngine({ only: EXERCISES }),
      loadTitles: async () => ({}),
      signal: new AbortController().signal,
    };
    const options = {
      attempts: "last",
      formats: ["json", "markdown"],
      jobs,
      sandbox: "auto",
      seed: 1,
      places,
      out,
    };
    expect(await runGrade(options as Parameters<typeof runGrade>[0], io)).toBe(0);
    return out;
  };
  if (first.length > 0) await grade(...first);
  const out = await grade("");
  const { submissions } = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
  const feedback = readdirSync(join(out, "feedback")).filter((name) => name.startsWith("honest"));
  return [
    ...submissions.filter(({ id }) => id.startsWith("honest")).map((each) => JSON.stringify(each)),
    ...feedback.toSorted().map((name) => readFileSync(join(out, "feedback", name), "utf8")),
  ];
}

test("with hostile neighbours, by any number of jobs, graded before or beside: byte by byte as without", {
  timeout: 300_000,
}, async () => {
  const without = await graded(honest, 1);
  expect(without).toHaveLength(6);
  const class_ = { ...hostile, ...honest };
  for (const jobs of [1, 2, 4]) expect(await graded(class_, jobs), `${jobs} jobs`).toEqual(without);
  expect(await graded(class_, 1, ["a-0", "a-1"])).toEqual(without);
});
