// What a teacher decides: checked, kept, shown wherever the mark is, and never lost by a regrade.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { Decisions } from "../decisions/decision.ts";
import { decisionsOf } from "../decisions/read.ts";
import { parseArgs } from "./args.ts";
import { explainMark } from "./explain.ts";
import { runGrade } from "./run.ts";

const ids = ["03-three-apis", "04-timeout"];
const worth = new Map(ids.map((id) => [id, 10]));
const header = "id,exercise,decision,value,reason\n";
const roster = "id,name,canvas_id\nada,Ada Lovelace,1\n22,bela,2\nchidi,Chidi,3\nnoor,Noor,4\n";

function setUp(decisions: string) {
  const root = temporaryFolder({
    "class/ada/three-apis.ts": "",
    "class/ada/timeout.ts": "failed",
    "class/bela/three-apis.ts": "failed failed failed",
    "class/bela/timeout.ts": "",
    "class/chidi/timeout.ts": "",
    "decisions.csv": header + decisions,
    "roster.csv": roster,
  });
  const grade = async (...args: string[]) => {
    const given = ["--out", "report", "--roster", "roster.csv", "--format", "csv,canvas,markdown,html,table"];
    const options = parseArgs([...args, ...given], { root, folder: root, env: {} });
    if ("help" in options) throw new Error("help");
    const [stdout, stderr] = [keptOutput(200), keptOutput(200)];
    const openEngine = async () => fakeEngine(ids);
    const io = {
      stdout,
      stderr,
      openEngine,
      loadTitles: async () => ({}),
      signal: new AbortController().signal,
    };
    await runGrade(options, io);
    return stdout.text;
  };
  const lines = (name: string) =>
    readFileSync(join(root, "report", name), "utf8")
      .replace("\uFEFF", "")
      .trim()
      .split("\r\n");
  const marks = () =>
    Object.fromEntries(
      lines("grades.csv")
        .slice(1)
        .map((line) => [line.split(",")[0], line.split(",")[4]]),
    );
  return { root, grade, lines, marks };
}

const decisions =
  'ada,04,points,9,"on paper, seen"\nada,,comment,well done,\n22,03,excused,,ill\nchidi,,mark,12.5,oral exam\n';

test("each is in every export, and stays when it is graded again without the file", async () => {
  const { root, grade, lines, marks } = setUp(decisions);
  const said = await grade("class", "--decisions", "decisions.csv");
  expect(marks()).toEqual({ ada: "19", bela: "20", chidi: "12.5", noor: "" });
  expect(lines("grades.csv")[1]).toBe(
    'ada,Ada Lovelace,,,19,17,20,,,"04-timeout: 9 points decided (on paper, seen); well done",10,9',
  );
  expect(lines("canvas.csv").slice(2)).toEqual([
    "Ada Lovelace,1,,,,10.00,9.00",
    "bela,2,,,,EX,10.00",
    "Chidi,3,,,,7.00,10.00",
  ]);
  expect(said).toContain("Decided: ada 17 → 19: 04-timeout: 9 points decided (on paper, seen), well done");
  expect(readFileSync(join(root, "report/feedback/ada.md"), "utf8")).toContain("Decided: well done");
  expect(readFileSync(join(root, "report/index.html"), "utf8")).toContain("the mark is 12.5 (oral exam)");
  rmSync(join(root, "decisions.csv"));
  writeFileSync(join(root, "class/ada/timeout.ts"), "failed failed");
  expect(await grade("class")).toContain("Decisions: 4 lines kept in the gradebook");
  expect(marks()).toEqual({ ada: "19", bela: "20", chidi: "12.5", noor: "" });
});

test("about who handed in nothing: in the table, in Canvas, in how the mark came to be", async () => {
  const { root, grade, lines, marks } = setUp("noor,,mark,14,oral exam\n");
  const said = await grade("class", "--decisions", "decisions.csv", "--canvas-column", "Task (7)");
  expect(marks()).toEqual({ ada: "17", bela: "10", chidi: "17", noor: "14" });
  expect(lines("canvas.csv").at(-1)).toBe("Noor,4,,,,14.00");
  expect(said).toContain("Decided: noor 0 → 14: the mark is 14 (oral exam)");
  expect(explainMark(join(root, "report"), { student: "noor" }, 100)).toEqual([
    expect.stringMatching(/^noor, on 20.* UTC: nothing that was handed in is known to be theirs$/),
    "",
    "Decided: the mark is 14 (oral exam)",
    "Mark: 14 of 20",
  ]);
  const without = setUp("noor,,comment,Come and see me,\nchidi,,mark,3,oral exam\n");
  const told = await without.grade("class", "--decisions", "decisions.csv");
  expect(without.marks()).toMatchObject({ noor: "", chidi: "3" });
  expect(told).toContain("noor no mark: Come and see me");
  expect(without.lines("canvas.csv").at(-1)).toBe("Chidi,3,,,,7.00,10.00");
  const points = setUp("noor,04,points,5,on paper\n");
  await points.grade("class", "--decisions", "decisions.csv");
  expect(points.lines("canvas.csv").at(-1)).toBe("Noor,4,,,,,5.00");
  expect(points.lines("grades.csv").at(-1)).toMatch(/^noor,Noor,,,5,0,20,.*,,5$/);
});

test("how a mark came to be", async () => {
  const { root, grade } = setUp(decisions);
  await grade("class", "--decisions", "decisions.csv");
  writeFileSync(join(root, "class/ada/timeout.ts"), "");
  await grade("class", "--due", "2026-11-03T23:59Z");
  const said = await grade("--explain", "ada", "04");
  expect(said.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, "TIME").split("\n")).toEqual([
    expect.stringMatching(/^ada, as graded on TIME with seed 1, graders sha256-of-no/),
    expect.stringMatching(/^Handed in: class\/ada/),
    "",
    "04-timeout: 10 of 10, decided as 9",
    "  3 of 3  promise 1",
    "  3 of 3  promise 2",
    "  4 of 4  promise 3",
    "  Decided: 9 points decided (on paper, seen)",
    "  Moved on TIME: promise 1, 0 → 3, since other files were handed in",
    "",
    "Points: 20 of 20",
    "Decided: well done",
    "Mark: 19 of 20",
    "",
  ]);
  await expect(grade("--explain", "adda")).rejects.toThrow(
    'Nobody is called "adda" in the last grading. Did you mean ada?',
  );
  await expect(grade("--explain")).rejects.toThrow("--explain takes a student");
});

test("weights, extensions, and slips in an id", async () => {
  const { root, grade, marks } = setUp(
    ",03,weight,2,\nada,,extension,2099-01-01T00:00Z,ill\nadda,,mark,3,typo\n",
  );
  const late = ["--due", "2026-11-03T23:59Z", "--late", "percent=10"];
  writeFileSync(
    join(root, "roster.csv"),
    "id,submitted\nada,2026-11-05T00:00Z\nbela,2026-11-04T00:00Z\nchidi,\n",
  );
  const said = await grade("class", "--decisions", "decisions.csv", ...late);
  expect(marks()).toEqual({ ada: "27", bela: "9", chidi: "24" });
  expect(said).toContain('decided about "adda", and nobody here is called so. Did you mean ada?');
});

test("what is excused counts neither way; who is excused of all has no mark", () => {
  const graded = ids.map((id, index) => ({ id, score: 5 + index, maxScore: 10 }));
  const of = (text: string) => {
    const all = new Decisions(decisionsOf(header + text, "d.csv", worth));
    return all.mark(graded, all.of("ada"), undefined);
  };
  expect(of("")).toEqual({ mark: 11, excused: false });
  expect(of("ada,3,excused,,ill\n")).toEqual({ mark: 12, excused: false });
  expect(of("ada,,excused,,ill\n")).toEqual({ mark: 0, excused: true });
  expect(of("ada,3,excused,,ill\nada,4,points,10,x\n")).toEqual({ mark: 20, excused: false });
  expect(of(",3,weight,0.5,\nada,3,points,10,x\n")).toEqual({ mark: 11, excused: false });
});

test.each([
  ["ada,03,points,8\n", "d.csv, line 2: give a reason: it stands wherever the mark is shown."],
  ["ada,03,points,12,x\n", 'points are a number from 0 to 10, and not "12".'],
  ["ada,,points,8,x\n", "points are an exercise's: name it."],
  ["ada,99,points,8,x\n", 'There is no exercise "99".'],
  [
    "ada,03,bonus,8,x\n",
    'there is no decision "bonus". There are points, mark, excused, extension, comment, weight.',
  ],
  ["ada,,mark,x,y\n", 'a mark is a number such as 42 or 42.5, and not "x".'],
  ["ada,,extension,2026-02-30T10:00Z,x\n", "is no time with its offset"],
  ["ada,03,weight,2,\n", "a weight is an exercise's, and everybody's"],
  [",03,points,2,x\n", "whose is it? Give the student's id."],
  ["ada,,mark,1,x\n\nada,,mark,2,x\n", "d.csv, line 4: line 2 decides the same. Leave one of them."],
])("%j is refused before anything is graded", (text, message) => {
  expect(() => decisionsOf(header + text, "d.csv", worth)).toThrow(message);
});

test("another header is refused, and says the form", () => {
  expect(() => decisionsOf("id,mark\nada,3\n", "d.csv", worth)).toThrow(
    'have no column "exercise", "decision", "value", "reason". Its first line is id,exercise,decision,value,reason;',
  );
});
