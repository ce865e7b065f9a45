// The reference solutions hold in every order of three clients' events, wherever an exercise says what to explore.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { assets } from "../../../graders/engine/edition/assets.ts";
import { sandboxCommand } from "../../../graders/engine/sandbox/sandbox.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { explore } from "./explore.ts";
import { type Players, playersOf } from "./players.ts";
import { programOf } from "./program.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const { graders, program } = await assets.load();
const explored = graders.filter(({ checks }) => checks.some((check) => check.explored));
const ids = explored.map(({ id }) => id);
const sandbox = sandboxCommand(program);
const open: Players[] = [];
afterAll(() => Promise.all(open.map((players) => players.close())));

test("there are such exercises", () => {
  expect(ids).toContain("26-semaphore");
});

test.each(ids)("%s", async (id) => {
  const grader = explored.find((each) => each.id === id)!;
  const text = readFileSync(join(ROOT, "solutions", id, `${slugOf(id)}.ts`), "utf8");
  const players = playersOf(await programOf(grader, text, id), sandbox, 1);
  open.push(players);
  const how = { clients: 3, pairs: 0, goesOn: () => true, progress: () => {}, done: () => {} };
  for (const check of grader.checks.filter((each) => each.explored)) {
    const { stages, failure } = await explore(check, players.of(check), how);
    expect(failure?.verdict.feedback, check.id).toBeUndefined();
    expect(stages.reduce((sum, { held }) => sum + held, 0)).toBeGreaterThan(0);
  }
});
