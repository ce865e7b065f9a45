// A download of each platform in its exact shape, packed as it comes: who, when, which attempt, late or not, which file.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../../graders/engine/testing/folders.ts";
import { zip } from "../../../testing/zip-writer.ts";
import { type FindOptions, findSubmissions, type SubmissionReader } from "../submissions.ts";

const ids = ["03-three-apis", "04-timeout"];
type Files = Record<string, string | Buffer>;

/** `id (login): when, late; 03=text 04=text [attempt, attempt]`, and what it was recognised as. */
async function read(files: Files, options: FindOptions = {}, packed = true) {
  const root = temporaryFolder({});
  const given = packed ? "class.zip" : "class";
  if (packed) writeFileSync(join(root, given), zip(files));
  else
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, given, path)), { recursive: true });
      writeFileSync(join(root, given, path), content);
    }
  const place = { given, absolute: join(root, given) };
  const { readers, recognised } = await findSubmissions([place], ids, options);
  return {
    rows: await Promise.all(readers.map(row)),
    as: recognised.map((line) => line.replace(/^.*?: (?=a |folders)/, "")),
  };
}

async function row(reader: SubmissionReader): Promise<string> {
  const { id, login, email, submitted, late, attempts } = reader;
  const who = [login, email].filter((each) => each !== undefined).join(" ");
  const when = [submitted, late === undefined ? undefined : late ? "late" : "in time"]
    .filter(Boolean)
    .join(" ");
  const each = await Promise.all((attempts ?? []).map(texts));
  const tried = each.length > 0 ? ` [${each.join(", ")}]` : "";
  return `${id}${who && ` (${who})`}${when && `: ${when}`}; ${await texts(reader)}${tried}`;
}

async function texts(reader: SubmissionReader): Promise<string> {
  const held = Object.entries(await reader.read(ids)).map(([id, files]) => {
    const text = "refused" in files ? `(${files.reason})` : [...files.files.values()].join("+");
    return `${id.slice(0, 2)}=${text}`;
  });
  return held.join(" ");
}

const metadata = `submission_101:
  :submitters:
  - :name: Ada Lovelace
    :sid: '1001'
    :email: ada@example.org
  :created_at: 2026-11-03 22:07:12.123456789 Z
  :score: 0.0
  :status: processed
  :history: []
submission_102:
  :submitters:
  - :name: "B\\xE9la: Bart\\xF3k"
    :email: bela@example.org
  - :name: Chidi Okafor
    :email: chidi@example.org
  :created_at: 2026-11-04 00:00:00 +0100
  :score:
`;

const platforms: [string, Files, string, string[]][] = [
  [
    "Canvas",
    {
      "lovelaceada_12345_67001_three-apis-1.ts": "a3",
      "lovelaceada_12345_67002_timeout.ts": "a4",
      "bartókbéla_LATE_12346_67003_three-apis.ts": "b3",
      "okaforchidi_LATE_12347_67004_work.zip": zip({ "work/timeout.ts": "c4" }),
      "singhdara_12348_text.html": "<p>",
    },
    "a download of Canvas, 4 students",
    [
      "bartókbéla_12346: late; 03=b3",
      "lovelaceada_12345: in time; 03=a3 04=a4",
      "okaforchidi_12347: late; 04=c4",
      "singhdara_12348: in time; ",
    ],
  ],
  [
    "Canvas, anonymous",
    { "LATE_anon_x7Yz_67006_timeout.ts": "x4", "anon_Ab12_67007_timeout.ts": "y4" },
    "a download of Canvas, 2 students",
    ["anon_Ab12: in time; 04=y4", "anon_x7Yz: late; 04=x4"],
  ],
  [
    "Moodle",
    {
      "Ada Lovelace_123_assignsubmission_file/three-apis.ts": "a3",
      "Ada Lovelace_123_assignsubmission_onlinetext/onlinetext.html": "<p>",
      "Béla Bartók_124_assignsubmission_file_/work/04-timeout/timeout.ts": "b4",
    },
    "a download of Moodle, 2 students",
    ["Ada Lovelace_123; 03=a3", "Béla Bartók_124; 04=b4"],
  ],
  [
    "Moodle, one group's",
    {
      "Group A-Ada Lovelace_123_assignsubmission_file_/three-apis.ts": "a3",
      "Group A-Anne-Marie Roy_124_assignsubmission_file_/timeout.ts": "b4",
    },
    "a download of Moodle, 2 students",
    ["Ada Lovelace_123; 03=a3", "Anne-Marie Roy_124; 04=b4"],
  ],
  [
    "Blackboard",
    {
      "gradebook_CS_101_Three_APIs_alovelace_attempt_2026-11-03-23-07-12_three-apis.ts": "first",
      "gradebook_CS_101_Three_APIs_alovelace_attempt_2026-11-03-23-07-12.txt": "Name: Ada",
      "gradebook_CS_101_Three_APIs_alovelace_attempt_2026-11-04-08-00-00-three-apis.ts": "second",
      "gradebook_CS_101_Three_APIs_alovelace_attempt_2026-11-04-08-00-00.txt": "Name: Ada",
      "gradebook_CS_101_Three_APIs_b_bartok_attempt_2026-11-02-09-00-00_timeout.ts": "b4",
      "gradebook_CS_101_Three_APIs_b_bartok_attempt_2026-11-02-09-00-00.txt":
        "Name: Béla (alovelace) (b_bartok)\n",
    },
    "a download of Blackboard, 2 students",
    [
      "alovelace (alovelace): 2026-11-04T08:00:00; 03=second [03=first, 03=second]",
      "b_bartok (b_bartok): 2026-11-02T09:00:00; 04=b4",
    ],
  ],
  [
    "D2L Brightspace",
    {
      "index.html": "<html>",
      "12345-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/three-apis.ts": "old",
      "12345-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/timeout.ts": "a4",
      "12345-67890 - Ada Lovelace - Nov 4, 2026 1201 AM/three-apis.ts": "new",
      "12346-67890 - Béla Bartók - Oct 31, 2026 907 AM/work/timeout.ts": "b4",
    },
    "a download of D2L Brightspace, 2 students",
    [
      "Ada Lovelace_12345: 2026-11-04T00:01:00; 03=new 04=a4 [03=old 04=a4, 03=new]",
      "Béla Bartók_12346: 2026-10-31T09:07:00; 04=b4",
    ],
  ],
  [
    "Microsoft Teams",
    {
      "Submitted files/Ada Lovelace/Three APIs/Version 1/three-apis.ts": "one",
      "Submitted files/Ada Lovelace/Three APIs/Version 2/three-apis.ts": "two",
      "Submitted files/Ada Lovelace/Three APIs/Version 10/three-apis.ts": "ten",
      "Submitted files/Béla Bartók/Three APIs/Version 1/three-apis.ts": "b3",
      "Submitted files/Béla Bartók/Timeout/Version 1/timeout.ts": "b4 old",
      "Submitted files/Béla Bartók/Timeout/Version 2/timeout.ts": "b4",
      "Working files/Ada Lovelace/Three APIs/three-apis.ts": "not handed in",
    },
    "a download of Microsoft Teams, 2 students",
    ["Ada Lovelace; 03=ten [03=one, 03=two, 03=ten]", "Béla Bartók; 03=b3 04=b4"],
  ],
  [
    "Google Classroom",
    {
      "Ada Lovelace - three-apis.ts": "a3",
      "Ada Lovelace - timeout.ts": "a4",
      "Béla Bartók - three-apis (1).ts": "b3",
      "Chidi Okafor - work.zip": zip({ "timeout.ts": "c4" }),
    },
    "a download of Google Classroom, 3 students",
    ["Ada Lovelace; 03=a3 04=a4", "Béla Bartók; 03=b3", "Chidi Okafor; 04=c4"],
  ],
  [
    "Gradescope's export",
    {
      "assignment_5_export/submission_metadata.yml": metadata,
      "assignment_5_export/submission_101/three-apis.ts": "a3",
      "assignment_5_export/submission_102/src/timeout.ts": "b4",
    },
    "a download of Gradescope, 2 students",
    [
      "Ada Lovelace_101 (1001 ada@example.org): 2026-11-03T22:07:12Z; 03=a3",
      "Béla: Bartók, Chidi Okafor_102: 2026-11-04T00:00:00+01:00; 04=b4",
    ],
  ],
  [
    "GitHub Classroom",
    {
      "three-apis-ada-lovelace/exercises/03-three-apis/three-apis.ts": "a3",
      "three-apis-bela/exercises/03-three-apis/three-apis.ts": "b3",
    },
    "a download of GitHub Classroom, 2 students",
    ["ada-lovelace (ada-lovelace); 03=a3", "bela (bela); 03=b3"],
  ],
  [
    "a flat folder",
    { "ada_three-apis.ts": "a3", "ada_timeout.ts": "a4", "béla-03-three-apis.ts": "b3", "list.csv": "" },
    "a flat folder, files named after students, 2 students",
    ["ada (ada); 03=a3 04=a4", "béla (béla); 03=b3"],
  ],
  [
    "folders by students' names",
    { "ada/three-apis.ts": "a3", "bela/attempt-1/timeout.ts": "1", "bela/attempt-2/timeout.ts": "2" },
    "folders and archives named after students, 2 students",
    ["ada; 03=a3", "bela; 04=2 [04=1, 04=2]"],
  ],
];

test.each(platforms)("%s", async (_, files, as, rows) => {
  expect(await read(files)).toEqual({ as: [as], rows });
  expect(await read(files, {}, false)).toEqual({ as: [as], rows });
});

test.each(platforms)("%s, in folders that hold nothing else", async (_, files, as, rows) => {
  const around = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`Downloads/Course 1/${path}`, content]),
  );
  expect(await read(around)).toEqual({ as: [as], rows });
  expect(await read(around, {}, false)).toEqual({ as: [as], rows });
});

test("GitHub Classroom: the roster's user names say where the assignment's name ends", async () => {
  const files = { "week-1-ada-lovelace/timeout.ts": "a", "week-1-bela/timeout.ts": "b" };
  expect((await read(files)).rows).toEqual(["week-1-ada-lovelace; 04=a", "week-1-bela; 04=b"]);
  expect((await read(files, { logins: new Set(["ada-lovelace", "bela"]) })).rows).toEqual([
    "ada-lovelace (ada-lovelace); 04=a",
    "bela (bela); 04=b",
  ]);
});

test("a teacher may say which platform it is, or that it is none", async () => {
  const files = { "three-apis-ada/timeout.ts": "a", "three-apis-bela/timeout.ts": "b" };
  expect(await read(files, { asked: "folders" })).toEqual({
    as: ["folders and archives named after students, 2 students"],
    rows: ["three-apis-ada; 04=a", "three-apis-bela; 04=b"],
  });
  const one = { "Ada Lovelace - timeout.ts": "a", "bela.zip": zip({ "timeout.ts": "b" }), "c.zip": zip({}) };
  expect((await read(one, { asked: "google-classroom" })).rows).toEqual([
    "Ada Lovelace; 04=a",
    "bela; 04=b",
    "c; ",
  ]);
});

test("a Gradescope export whose metadata is damaged is graded by its folders' names", async () => {
  const files = {
    "submission_metadata.yml": "a: [",
    "submission_1/timeout.ts": "a",
    "submission_2/timeout.ts": "b",
  };
  expect((await read(files)).rows).toEqual(["submission_1; 04=a", "submission_2; 04=b"]);
});
