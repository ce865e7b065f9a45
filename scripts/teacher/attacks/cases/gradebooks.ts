// Attacks by a gradebook that went through other hands, and by what an earlier grading left in it.
import type { DatabaseSync } from "node:sqlite";
import { type Attack, rubbish } from "../attack.ts";

function tampered(name: string, tries: string, sql: string): Attack {
  return {
    name: `gradebook: ${name}`,
    tries,
    in: "folders",
    mayRefuse: true,
    gradebook: (database: DatabaseSync) => database.exec(sql),
  };
}

const trigger = (when: string, act: string) => `CREATE TRIGGER t AFTER ${when} BEGIN ${act}; END`;
const anybody = "(SELECT max(verdict) FROM verdicts WHERE score = 0)";

const handedOver = [
  tampered(
    "a trigger that gives points",
    "to have full marks for everybody",
    trigger("INSERT ON results", "UPDATE verdicts SET score = max_score"),
  ),
  tampered(
    "a trigger that takes them",
    "to have no marks for everybody",
    trigger("INSERT ON submissions", "UPDATE verdicts SET score = 0, outcome = 'failed'"),
  ),
  tampered(
    "a trigger that swaps verdicts",
    "to give everybody the worst verdict",
    trigger("INSERT ON results", `UPDATE results SET verdict = ${anybody} WHERE run = NEW.run`),
  ),
  tampered(
    "a trigger that adds a student",
    "to hand in for who did not",
    trigger("INSERT ON runs", "INSERT INTO submissions VALUES (NEW.run, 11, 'noor', 'noor', NULL)"),
  ),
  tampered(
    "a view in a table's place",
    "to say that all programs are one",
    `ALTER TABLE results RENAME TO kept; CREATE VIEW results AS SELECT run, position, exercise, ${anybody} AS verdict
      FROM kept; CREATE TRIGGER t INSTEAD OF INSERT ON results BEGIN INSERT INTO kept
      VALUES (NEW.run, NEW.position, NEW.exercise, NEW.verdict); END`,
  ),
  tampered(
    "scores that cannot be",
    "to have a million points",
    "UPDATE verdicts SET score = 1000000 WHERE outcome = 'passed'",
  ),
  tampered("scores below nothing", "to take points from others", "UPDATE verdicts SET score = -1"),
  tampered(
    "scores that are not their checks'",
    "to take points from others",
    "UPDATE verdicts SET score = 3 WHERE score = max_score",
  ),
  tampered("outcomes that there are not", "to end the run", "UPDATE verdicts SET outcome = 'constructor'"),
  tampered("checks that are none", "to end the run", "UPDATE verdicts SET checks = '[{}]'"),
  tampered("checks that are no JSON", "to end the run", "UPDATE verdicts SET checks = '['"),
  tampered(
    "checks without a title",
    "to take the titles from others",
    "UPDATE verdicts SET checks = json_remove(checks, '$[0].title')",
  ),
  tampered(
    "a run that is not over",
    "to be in the next run already",
    `INSERT INTO runs SELECT run + 1, started, NULL, graders, seed, sandbox, exercises FROM runs;
      INSERT INTO submissions VALUES (3, 0, 'eve', 'eve', NULL)`,
  ),
  tampered("a missing index", "to have several verdicts on one program", "DROP INDEX verdict_on"),
  tampered(
    "another version",
    "to be read by other rules",
    "PRAGMA user_version = 1; UPDATE verdicts SET score = 0",
  ),
];

/** Earlier gradings into the same report: hers alone. */
const earlier: Attack[] = [
  {
    name: "gradebook: an earlier run of hers",
    tries: "to have her verdict be another's",
    in: "folders",
    earlier: [{ "eve/three-apis.ts": rubbish, "eve/timeout.ts": rubbish }],
    files: { "eve/three-apis.ts": rubbish },
  },
  {
    name: "gradebook: an earlier run under another's name",
    tries: "to have her verdict be another's",
    in: "folders",
    earlier: [{ "ada/three-apis.ts": rubbish }, { "ada/attempt-2/three-apis.ts": rubbish }],
  },
  {
    name: "gradebook: an earlier run of another's answers",
    tries: "to be graded for another before",
    in: "folders",
    earlier: [{ "eve/three-apis.ts": "passed failed failed", "eve/timeout.ts": "passed passed passed" }],
  },
  {
    name: "gradebook: an earlier attempt",
    tries: "to be an older attempt of another's",
    in: "folders",
    earlier: [{ "ada-attempt-1/three-apis.ts": rubbish, "x/three-apis.ts": rubbish }],
    files: { "ada-attempt-1/three-apis.ts": rubbish },
    options: { attempts: "best" },
  },
];

export const gradebooks = [...handedOver, ...earlier];
