// What a scenario hands to student code is made anew in each run: else one run could leave something for the next there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../engine.ts";
import type { Submission } from "../types.ts";
import { makeWary } from "./handed-over/wary.ts";

const SOLUTIONS = join(import.meta.dirname, "../../../solutions");
const WARY = readFileSync(join(import.meta.dirname, "handed-over/wary.ts"), "utf8");
const HEAD = `import * as answer from "./answer.ts";
import { makeWary } from "./wary.ts";
const wary = makeWary((found) => void setTimeout(() => { throw new Error("It was given " + found); }));`;

/** Checks that notice the looking itself: by a getter's moment, by the words of the code, by `this`, by what is handed on. */
const NOTICING = [
  "17-nested-loops running",
  "20-future thenables",
  "20-future own",
  "25-shielded-cleanup story",
  "28-bounded-queue items",
  "33-dependencies values",
];

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** The reference solution, which looks at all that it gets. */
function waryFiles(id: string): Submission["exercises"][string] {
  const entry = `${id.slice(3)}.ts`;
  const answer = readFileSync(join(SOLUTIONS, id, entry), "utf8");
  const names = Array.from(
    answer.matchAll(/^export (?:async )?(?:function|class) (\w+)/gm),
    ([, name]) => name,
  );
  const exported = names.map((name) => `export const ${name} = wary(answer.${name});`);
  const files = { [entry]: [HEAD, ...exported].join("\n"), "answer.ts": answer, "wary.ts": WARY };
  return { entry, files: new Map(Object.entries(files)) };
}

test("nothing is frozen, and nothing comes twice", async () => {
  const ids = readdirSync(SOLUTIONS).filter((name) => /^\d\d-/.test(name));
  const exercises = Object.fromEntries(ids.map((id) => [id, waryFiles(id)]));
  const { exercises: verdicts } = await engine.gradeSubmission({ id: "wary", exercises }, { seed: 1 });
  const failed = verdicts.flatMap(({ id, checks }) =>
    checks.flatMap(({ outcome, id: check, feedback }) =>
      outcome === "passed" ? [] : [{ check: `${id} ${check}`, feedback }],
    ),
  );
  expect(failed.filter(({ feedback }) => feedback.includes("It was given"))).toEqual([]);
  expect(failed.map(({ check }) => check)).toEqual(NOTICING);
}, 60_000);

test("who looks sees what an earlier run was given, and what is frozen, however it comes", async () => {
  const found: string[] = [];
  const [first, second] = [0, 1].map(() => makeWary((what) => found.push(what)));
  const shared = { deep: [1] };
  first!(shared);
  second!(() => ({ inner: shared }))();
  second!((_list: unknown) => {})(Object.freeze([]));
  await second!(async () => Object.freeze({}))();
  const given = "what an earlier run was given";
  expect(found).toEqual([given, given, "what is frozen", "what is frozen"]);
});
