// The reference solutions hold in every order of three clients' events, wherever an exercise says what to explore.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assets } from "../../../graders/engine/edition/assets.ts";
import { type SandboxCommand, sandboxCommand } from "../../../graders/engine/sandbox/sandbox.ts";
import type { Grader } from "../../../graders/kit/grader.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { allIds } from "../evidence/project-files.ts";
import { explore } from "./explore.ts";
import { type Players, playersOf } from "./players.ts";
import { programOf } from "./program.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const ids = allIds(ROOT).filter((id) =>
  readFileSync(join(ROOT, "graders", `${id}.ts`), "utf8").includes("explored"),
);

let graders: Grader[];
let sandbox: SandboxCommand;
const open: Players[] = [];
beforeAll(async () => {
  const { graders: all, program } = await assets.load(ids);
  graders = all;
  sandbox = sandboxCommand(program);
});
afterAll(() => Promise.all(open.map((players) => players.close())));

test("there are such exercises", () => {
  expect(ids).toContain("26-semaphore");
});

test.each(ids)("%s", async (id) => {
  const grader = graders.find((each) => each.id === id)!;
  const text = readFileSync(join(ROOT, "solutions", id, `${slugOf(id)}.ts`), "utf8");
  const players = playersOf(await programOf(grader, text, id), sandbox, 1);
  open.push(players);
  const how = { clients: 3, pairs: 0, goesOn: () => true, progress: () => {}, done: () => {} };
  const explored = grader.checks.filter((check) => check.explored);
  expect(explored.length).toBeGreaterThan(0);
  for (const check of explored) {
    const { stages, failure } = await explore(check, players.of(check), how);
    expect(failure?.verdict.feedback, check.id).toBeUndefined();
    expect(stages.reduce((sum, { held }) => sum + held, 0)).toBeGreaterThan(0);
  }
});
