// A grading that was killed goes on where it stopped, and ends with the same bytes as one that nobody disturbed.
import { readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { gradeCommand, killed } from "../../testing/grade-command.ts";

const right = readFileSync(
  join(import.meta.dirname, "../../../solutions/03-three-apis/three-apis.ts"),
  "utf8",
);
const answers: Record<string, string> = {
  ada: right,
  bela: right.replace("Promise.all(", "Promise.any("),
  chidi:
    "export async function fetchAllApis(f) { const r = []; for (const n of [1, 2, 3]) r.push(await f(n)); return r; }",
  dara: "export const fetchAllApis = () => undefined;",
  emeka: "export function fetchAllApis( {",
  fatou: right,
};
const class_ = Object.fromEntries(
  Object.entries(answers).map(([name, text]) => [`class/${name}/three-apis.ts`, text]),
);
const command = ["class", "--only", "03", "--jobs", "2"];

describe.skipIf(process.platform === "win32")("kill -9", () => {
  test("eight times, from the first moment to the last: the same report, and nothing is graded twice", async () => {
    const [calm, stormy] = [temporaryFolder(class_), temporaryFolder(class_)];
    expect(await gradeCommand(command, { cwd: calm })).toMatchObject({ code: 0 });
    const report = (cwd: string) =>
      ["results.json", "index.html"].map((name) => readFileSync(join(cwd, "report", name), "utf8"));

    const kill = once((pid) => void killed(pid));
    for (const moment of ["graded 1/6", "graded 2/6", "graded 3/6", "graded 4/6", "graded 5/6", "graded 6/6"])
      await gradeCommand(command, { cwd: stormy, whenSaid: [moment, kill()] });
    // Before it could begin, and when it has opened what is there.
    for (const wait of [
      (stop: () => void) => stop(),
      (stop: () => void) => atChange(join(stormy, "report"), stop),
    ]) {
      const stop = kill();
      await gradeCommand(command, { cwd: stormy, whenStarted: (pid) => wait(() => stop(pid)) });
    }
    const last = await gradeCommand(command, { cwd: stormy });
    expect(last, last.stderr).toMatchObject({ code: 0 });
    expect(report(stormy)).toEqual(report(calm));

    const database = new DatabaseSync(join(stormy, "report/gradebook.sqlite"));
    const count = (sql: string) => Object.values(database.prepare(sql).get()!)[0];
    expect(count("PRAGMA integrity_check")).toBe("ok");
    expect(count("SELECT count(*) FROM runs WHERE finished IS NOT NULL")).toBeGreaterThan(0);
    // Two hand in the same.
    expect(count("SELECT count(*) FROM verdicts")).toBe(5);
    expect(count("SELECT count(*) - count(DISTINCT hash) FROM traces")).toBe(0);
    database.close();
  });
});

/** Calls `then` as soon as anything in the folder changes. */
function atChange(folder: string, then: () => void) {
  const watcher = watch(folder, () => {
    watcher.close();
    then();
  });
}

/** Makes functions that call `act` only the first time. */
function once(act: (pid: number) => void): () => (pid: number) => void {
  return () => {
    let done = false;
    return (pid) => {
      if (!done) act(pid);
      done = true;
    };
  };
}
