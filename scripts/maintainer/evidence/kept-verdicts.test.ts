// A verdict is given once: the engine is asked again only for what changed, or was in doubt.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import type { CheckVerdict, SubmissionVerdict } from "../../../graders/engine/types.ts";
import { emptyTrace } from "../../../graders/trace/trace.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keepingVerdicts } from "./kept-verdicts.ts";

const IDS = ["03-three-apis", "04-timeout"];

/** A fake engine that writes down what it is asked. */
function asking(changes: Partial<ReturnType<typeof fakeEngine>> = {}) {
  const engine = { ...fakeEngine(IDS), ...changes };
  const asked: string[] = [];
  return {
    ...engine,
    asked,
    async gradeSubmission(
      submission: Parameters<typeof engine.gradeSubmission>[0],
      how: { seed: number; only?: string[] },
    ) {
      asked.push(`${how.only!.join(" ")}, seed ${how.seed}`);
      return engine.gradeSubmission(submission, how);
    },
    async ghost(id: string, { title }: CheckVerdict) {
      asked.push(`${id}'s ghost in ${title}`);
      return { end: "quiet", input: title } as never;
    },
  };
}

const files = (text: string) => ({ entry: "x.ts", files: new Map([["x.ts", text]]) });

/** Has both exercises graded and the first check's ghost shown, as a command of its own would. */
async function graded(
  folder: string,
  changes: Parameters<typeof asking>[0] = {},
  texts = ["passed failed", "failed:timer-leak"],
  seed = 1,
  doubtful?: string,
): Promise<{ asked: string[]; verdict: SubmissionVerdict; ghost: unknown }> {
  const engine = asking(changes);
  const keeping = await keepingVerdicts(engine, { folder, tracedSeeds: [1] });
  const exercises = Object.fromEntries(IDS.map((id, index) => [id, files(texts[index]!)]));
  const verdict = await keeping.gradeSubmission({ id: "evidence", exercises }, { seed, only: IDS });
  const [first] = verdict.exercises;
  const ghost = await keeping.ghost(first!.id, { ...first!.checks[1]!, trace: { seed } as never });
  for (const each of verdict.exercises) if (each.id === doubtful) keeping.doubt(each);
  await keeping.close();
  return { asked: engine.asked, verdict, ghost };
}

const both = "03-three-apis 04-timeout, seed 1";
const ghost = "03-three-apis's ghost in promise 2";

test("unchanged, nothing is graded again, and the verdicts are the same", async () => {
  const folder = temporaryFolder({});
  const before = await graded(folder);
  const after = await graded(folder);
  expect([before.asked, after.asked]).toEqual([[both, ghost], []]);
  expect(before.verdict).toMatchObject({ score: 14, maxScore: 20 });
  expect({ ...after, asked: [] }).toEqual({ ...before, asked: [] });
  expect(after.verdict.exercises[0]!.checks[0]!.trace).toEqual(emptyTrace());
});

test("what changed is graded again, alone", async () => {
  const folder = temporaryFolder({});
  await graded(folder);
  const only = (text: string) => [text, "failed:timer-leak"];
  const mine = async (changes: Parameters<typeof asking>[0], texts?: string[], seed?: number) =>
    (await graded(folder, changes, texts, seed)).asked;
  expect(await mine({}, only("passed passed failed"))).toEqual(["03-three-apis, seed 1"]);
  expect(await mine({}, undefined, 2)).toEqual(["03-three-apis 04-timeout, seed 2", ghost]);
  const other = { scenario: "another", judge: "1" };
  const same = { scenario: "04-timeout's", judge: "1" };
  expect(await mine({ fingerprints: async () => ({ "03-three-apis": other, "04-timeout": same }) })).toEqual([
    "03-three-apis, seed 1",
    ghost,
  ]);
  expect(await mine({ surroundings: "elsewhere" })).toEqual([both, ghost]);
  expect(await mine({ reference: () => "another" })).toEqual([ghost]);
  expect(await mine({})).toEqual([]);
});

test("a verdict in doubt is not kept", async () => {
  const folder = temporaryFolder({});
  expect((await graded(folder, {}, undefined, 1, "04-timeout")).asked).toEqual([both, ghost]);
  expect((await graded(folder, {}, undefined, 1, "03-three-apis")).asked).toEqual(["04-timeout, seed 1"]);
  expect((await graded(folder)).asked).toEqual(["03-three-apis, seed 1"]);
  expect((await graded(folder)).asked).toEqual([]);
});

test("a damaged file is as none, and old states go", async () => {
  const folder = temporaryFolder({});
  await graded(folder);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "damaged");
  expect((await graded(folder)).asked).toEqual([both, ghost]);
  for (let state = 0; state < 6; state++) await graded(folder, { surroundings: String(state) });
  expect(readdirSync(folder).filter((name) => name.startsWith("03"))).toHaveLength(4);
});
