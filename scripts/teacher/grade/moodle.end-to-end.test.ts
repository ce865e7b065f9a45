// A class as Moodle packs it, and Moodle's worksheet filled in, as a teacher does it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { gradeCommand } from "../../testing/grade-command.ts";

const right = readFileSync(
  join(import.meta.dirname, "../../../solutions/03-three-apis/three-apis.ts"),
  "utf8",
);
const worksheet =
  "Identifier,Full name,Grade,Maximum Grade\r\nParticipant 12,X,,5.00\r\nParticipant 13,Y,,5.00\r\n";

test("grades by Moodle's numbers; what is wrong with the worksheet is said before the grading", async () => {
  const cwd = temporaryFolder({
    "class/Ada L_12_assignsubmission_file/three-apis.ts": right,
    "class/Eve_14_assignsubmission_file/three-apis.ts": right,
    "w.csv": worksheet,
    "de.csv": "ID,Bewertung\n",
  });
  const grade = (...more: string[]) => gradeCommand(["class", "--only", "03", ...more], { cwd });

  const refused = await grade("--moodle", "de.csv");
  expect([refused.code, refused.stdout, refused.stderr]).toEqual([
    1,
    "",
    expect.stringMatching(/^The worksheet "de.csv" has no column "Grade"\. Its columns are: ID, Bewertung\./),
  ]);

  const { code, stdout, stderr } = await grade("--moodle", "w.csv");
  expect(code, stderr).toBe(0);
  expect(readFileSync(join(cwd, "report/moodle.csv"), "utf8")).toBe(worksheet.replace("X,,", "X,5.00,"));
  expect(stdout).toContain(
    `${[
      "Moodle's worksheet: 1 of 2 rows filled in, points scaled 10 → 5.",
      'It has no column "Feedback comments", so there is no feedback in it (--moodle-columns feedback=…).',
      "In the worksheet, left as they are, since nothing is handed in: Participant 13",
      "Handed in, and not in the worksheet: Eve_14",
      "",
      "report/results.json, report/index.html, report/moodle.csv written.",
    ].join("\n")}`,
  );

  const again = await grade("--moodle", "report/moodle.csv");
  expect([again.code, again.stderr]).toEqual([
    1,
    '"report/moodle.csv" is what would be written. Give the worksheet that Moodle gave you.\n',
  ]);
});
