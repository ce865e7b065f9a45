// A class with a roster, a due date and several attempts, as a teacher grades it.
import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { gradeCommand } from "../../testing/grade-command.ts";
import type { Results } from "../results.ts";

const right = readFileSync(
  join(import.meta.dirname, "../../../solutions/03-three-apis/three-apis.ts"),
  "utf8",
);
const wrong = "export const fetchAllApis = () => undefined;";

function classFolder(): string {
  const cwd = temporaryFolder({
    "class/ada/attempt-1/three-apis.ts": right,
    "class/ada/attempt-2/three-apis.ts": wrong,
    "class/bela/three-apis.ts": right,
    "class/chidi/three-apis.ts": right,
    "class/stranger/three-apis.ts": wrong,
    "roster.csv": [
      "id,name,login,section,submitted",
      "ada,Ada L,,A,",
      "b1,Bela B,bela,A,2026-12-03T12:00Z",
      "chidi,Chidi C,,B,",
      "dara,Dara D,,B,",
    ].join("\n"),
  });
  const at = (path: string, time: string) =>
    utimesSync(join(cwd, "class", path), new Date(time), new Date(time));
  at("ada/attempt-1/three-apis.ts", "2026-11-30T12:00:00Z");
  at("ada/attempt-2/three-apis.ts", "2026-12-01T12:00:00Z");
  at("chidi/three-apis.ts", "2026-12-02T00:10:00Z");
  at("stranger/three-apis.ts", "2026-12-01T12:00:00Z");
  return cwd;
}

const due = ["--due", "2026-12-02T01:00+01:00", "--late", "grace=15m,percent=10,floor=50"];

test("who is who, who is late and by how much, which attempt counts; results.json stays as it is", async () => {
  const cwd = classFolder();
  const grade = (...more: string[]) => gradeCommand(["class", "--only", "03", ...more], { cwd });
  const results = () => JSON.parse(readFileSync(join(cwd, "report/results.json"), "utf8")) as Results;
  const scores = () => results().submissions.map(({ id, score }) => `${id} ${score}`);

  const last = await grade("--roster", "roster.csv", ...due);
  expect([last.code, last.stderr.match(/^Note.*/gm)], last.stderr).toEqual([
    0,
    ["Note: class: attempts of one student: ada (attempt-1, attempt-2)"],
  ]);
  expect(scores()).toEqual(["ada 0", "bela 10", "chidi 10", "stranger 0"]);
  const lines = last.stdout.split("\n");
  expect(lines).toContain("Late: bela 2 days, 10 → 8");
  expect(lines).toContain("On the roster, and nothing that was handed in is known to be theirs: dara");
  expect(lines).toContain("Handed in, and not on the roster: stranger");

  const best = await grade("--attempts", "best");
  expect(best.code, best.stderr).toBe(0);
  expect(scores()).toEqual(["ada 10", "bela 10", "chidi 10", "stranger 0"]);
  expect(best.stdout.split("\n").slice(-6, -3)).toEqual([
    expect.stringMatching(/^Since the grading before \(.* UTC\): 1 mark moved\.$/),
    "  03-three-apis (other files were handed in)",
    "    ada 0 → 10",
  ]);
  expect(Object.keys(results().submissions[0]!)).toEqual(["id", "score", "maxScore", "exercises"]);
});

test("a roster that is none: fault and remedy, and nothing is graded", async () => {
  const cwd = temporaryFolder({ "class/ada/three-apis.ts": wrong, "roster.csv": "name\nAda\n" });
  const { code, stdout, stderr } = await gradeCommand(["class", "--roster", "roster.csv"], { cwd });
  expect([code, stdout, stderr]).toEqual([
    1,
    "",
    'The roster "roster.csv" has no column "id", nor one of e-mail addresses. Its columns are: name.\n',
  ]);
});
