// Honest classes as the newer platforms hand them over.
import { zip } from "../../testing/zip-writer.ts";
import type { HonestClass } from "./classes.ts";

const right = "passed passed passed";
const sequential = "failed:sequential-await passed passed";
const wrong = "passed failed failed";
const stuck = "passed never-settled skipped";

const blackboard = (user: string, time: string, file?: string) =>
  `gradebook_CS_101_Task_${user}_attempt_${time}${file === undefined ? ".txt" : `_${file}`}`;
const d2l = (number: number, name: string, time: string) => `${number}-67890 - ${name} - ${time}/`;
const teams = (name: string, version: number) => `Submitted files/${name}/Three APIs/Version ${version}/`;

const people = [
  ["1001", "Ada Lovelace", "ada@example.org", "alovelace", "12345"],
  ["1002", "Béla Bartók", "bela@example.org", "bbartok", "12346"],
  ["1003", "Chidi Okafor", "chidi@example.org", "cokafor", "12347"],
  ["1005", "Noor Haddad", "noor@example.org", "nhaddad", "12349"],
];
const roster = (number: string) => [
  `id,name,email,login,${number}`,
  ...people.map((person) => person.join(",")),
];
const late = { due: Date.UTC(2026, 10, 3, 23, 0), late: { grace: 0, percent: 10, floor: 50 } };

const submission = (number: number, name: string, sid: string, time: string) =>
  `submission_${number}:\n  :submitters:\n  - :name: ${name}\n    :sid: '${sid}'\n    :email: ${sid}@example.org\n  :created_at: ${time}\n`;

export const newerClasses = {
  blackboard: {
    files: {
      [blackboard("alovelace", "2026-11-02-10-00-00", "three-apis.ts")]: sequential,
      [blackboard("alovelace", "2026-11-03-10-00-00", "three-apis.ts")]: right,
      [blackboard("alovelace", "2026-11-03-10-00-00")]: "Name: Ada Lovelace (alovelace)\n",
      [blackboard("bbartok", "2026-11-04-10-00-00", "timeout.ts")]: right,
      [blackboard("bbartok", "2026-11-04-10-00-00")]: "Name: Béla Bartók (bbartok)\n",
      [blackboard("c_okafor", "2026-11-01-09-00-00", "three-apis.ts")]: stuck,
      [blackboard("c_okafor", "2026-11-01-09-00-00")]: "Name: Chidi Okafor (c_okafor)\n",
    },
    roster: roster("number"),
    options: late,
  },
  d2l: {
    files: {
      "index.html": "<html>",
      [`${d2l(12345, "Ada Lovelace", "Nov 2, 2026 1000 AM")}three-apis.ts`]: sequential,
      [`${d2l(12345, "Ada Lovelace", "Nov 3, 2026 1000 AM")}three-apis.ts`]: right,
      [`${d2l(12346, "Béla Bartók", "Nov 4, 2026 1107 PM")}timeout.ts`]: right,
      [`${d2l(12347, "Chidi Okafor", "Oct 31, 2026 907 AM")}three-apis.ts`]: stuck,
    },
    roster: roster("d2l_id"),
    options: late,
  },
  teams: {
    files: {
      [`${teams("Ada Lovelace", 1)}three-apis.ts`]: sequential,
      [`${teams("Ada Lovelace", 2)}three-apis.ts`]: right,
      [`${teams("Béla Bartók", 1)}work/timeout.ts`]: right,
      [`${teams("Chidi Okafor", 10)}three-apis.ts`]: wrong,
    },
    roster: roster("number"),
  },
  "google classroom": {
    files: {
      "Ada Lovelace - three-apis.ts": right,
      "Ada Lovelace - timeout.ts": sequential,
      "Béla Bartók - timeout (1).ts": right,
      "Chidi Okafor - work.zip": zip({ "three-apis.ts": stuck }),
    },
    roster: roster("number"),
  },
  gradescope: {
    files: {
      "submission_metadata.yml":
        submission(101, "Ada Lovelace", "1001", "2026-11-03 10:00:00.5 Z") +
        submission(102, "Béla Bartók", "1002", "2026-11-04 10:00:00 +0100") +
        submission(103, "Chidi Okafor", "1003", "2026-11-01 10:00:00 Z"),
      "submission_101/three-apis.ts": right,
      "submission_102/src/timeout.ts": right,
      "submission_103/three-apis.ts": stuck,
    },
    roster: roster("number"),
    options: late,
  },
  "flat folder": {
    files: {
      "alovelace_three-apis.ts": right,
      "alovelace_timeout.ts": sequential,
      "bbartok_timeout.ts": right,
      "cokafor-03-three-apis.ts": stuck,
    },
    roster: roster("number"),
  },
} as const satisfies Record<string, HonestClass>;

/** What Gradescope says of one more. */
export const ofGradescope = submission;
