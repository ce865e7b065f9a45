// Attacks by the names that the newer platforms make of a student's name, login, number and file.
import { zip } from "../../../testing/zip-writer.ts";
import { type Attack, rubbish } from "../attack.ts";
import type { ClassName } from "../classes.ts";

function download(class_: ClassName, tries: string, named: Record<string, string>): Attack[] {
  return Object.entries(named).map(([name, path]) => ({
    name: `${class_}: ${name}`,
    tries: `${tries}: ${path}`,
    in: class_,
    files: { [path]: path.endsWith(".zip") ? archive : rubbish },
  }));
}

const archive = zip({
  "gradebook_CS_101_Task_alovelace_attempt_2026-11-03-23-00-00_three-apis.ts": rubbish,
  "12345-67890 - Ada Lovelace - Nov 3, 2026 1000 PM/three-apis.ts": rubbish,
  "Ada Lovelace - three-apis.ts": rubbish,
  "Submitted files/Ada Lovelace/Three APIs/Version 3/three-apis.ts": rubbish,
  "alovelace_three-apis.ts": rubbish,
});

const head = "gradebook_CS_101_Task_";
const blackboard: Attack[] = [
  ...download("blackboard", "to be another's, by a login or a file", {
    "a file called as another's download": `${head}mallory_attempt_2026-11-03-10-00-00_${head}alovelace_attempt_2026-11-04-10-00-00_three-apis.ts`,
    "a file called as another's attempt": `${head}mallory_attempt_2026-11-03-10-00-00_alovelace_attempt_2026-11-04-10-00-00_three-apis.ts`,
    "a login that ends as another's": `${head}mallory_alovelace_attempt_2026-11-03-10-00-00_three-apis.ts`,
    "a login in capitals": `${head}ALOVELACE2_attempt_2026-11-03-10-00-00_three-apis.ts`,
    "a day that no calendar has": `${head}mallory_attempt_2026-02-30-10-00-00_three-apis.ts`,
    "an archive of downloads": `${head}mallory_attempt_2026-11-03-10-00-00_all.zip`,
    "a folder with a file's name": `${head}alovelace_attempt_2026-11-05-10-00-00_three-apis.ts/three-apis.ts`,
  }),
  {
    name: "blackboard: a description that names another",
    tries: "to have its login read as another's, by the text of a description",
    in: "blackboard",
    files: {
      [`${head}mallory_attempt_2026-11-03-10-00-00_three-apis.ts`]: rubbish,
      [`${head}mallory_attempt_2026-11-03-10-00-00.txt`]:
        "Name: Eve (alovelace) (mallory)\nName: Ada Lovelace (alovelace)\n",
    },
  },
  {
    name: "blackboard: a description as long as a book",
    tries: "to keep the reader busy",
    in: "blackboard",
    files: { [`${head}mallory_attempt_2026-11-03-10-00-00.txt`]: `Name: ${"(".repeat(200_000)}` },
    quiet: true,
  },
];

const d2l = download("d2l", "to be another's, by a name or a folder", {
  "a namesake": "22222-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/three-apis.ts",
  "a name that ends as a hand-in":
    "22222-67890 - Eve - Nov 1, 2026 900 AM - Nov 3, 2026 1107 PM/three-apis.ts",
  "a name that begins as another's":
    "22222-67890 - 12345-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/three-apis.ts",
  "the assignment's number for a student's": "67890-12345 - Ada Lovelace - Nov 3, 2026 1107 PM/three-apis.ts",
  "a zero before another's number": "012345-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/three-apis.ts",
  "a number in full width": "１２３４５-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/three-apis.ts",
  "a folder in a folder":
    "22222-67890 - Eve - Nov 3, 2026 1107 PM/12345-67890 - Ada Lovelace - Nov 3, 2026 1108 PM/three-apis.ts",
  "an archive of downloads": "22222-67890 - Eve - Nov 3, 2026 1107 PM/all.zip",
});

const eve = "Submitted files/Eve Mallory/Three APIs/Version 1/";
const teams = download("teams", "to be another's, by a name or a folder", {
  "another class in a folder": `${eve}Submitted files/Ada Lovelace/Three APIs/Version 9/three-apis.ts`,
  "another's folder in a folder": `${eve}Ada Lovelace/Three APIs/Version 9/three-apis.ts`,
  "a version of a version": `${eve}Version 9/three-apis.ts`,
  "a version that no number holds":
    "Submitted files/Eve Mallory/Three APIs/Version 99999999999/three-apis.ts",
  "an archive of downloads": `${eve}all.zip`,
});

const google = download("google classroom", "to be another's, by a file", {
  "a file called as another's download": "Eve Mallory - Ada Lovelace - three-apis.ts",
  "an archive of downloads": "Eve Mallory - all.zip",
});

const gradescope = download("gradescope", "to be another's, by a folder", {
  "a folder in a folder": "submission_104/submission_101/three-apis.ts",
  "a folder of a number with a zero": "submission_0101/three-apis.ts",
  "metadata in a folder": "submission_104/submission_metadata.yml",
  "an archive of downloads": "submission_104/all.zip",
});

const flat = download("flat folder", "to be another's, by a file", {
  "a login that ends as another's": "mallory_alovelace_three-apis.ts",
  "another separator": "alovelace2-three-apis.ts",
  "a login in capitals": "ALOVELACE_three-apis.ts",
  "a file called as two exercises": "mallory_three-apis.ts_timeout.ts",
});

/** Where names are all that a platform gives, who has another's may be either: nobody is matched, and both are named. */
function namesake(class_: ClassName, what: string, name: string, path: string): Attack {
  const tries = `to be another's, by a name: ${path}`;
  return {
    name: `${class_}: ${what}`,
    tries,
    in: class_,
    files: { [path]: rubbish },
    doubt: ["Ada Lovelace", name],
  };
}

const namesakes = [
  namesake(
    "teams",
    "a name in capitals",
    "ADA LOVELACE",
    "Submitted files/ADA LOVELACE/Three APIs/Version 3/three-apis.ts",
  ),
  namesake("google classroom", "a name in capitals", "ADA LOVELACE", "ADA LOVELACE - three-apis.ts"),
  namesake("google classroom", "a name with two blanks", "Ada  Lovelace", "Ada  Lovelace - three-apis.ts"),
];

export const newerDownloads = [
  ...namesakes,
  ...blackboard,
  ...d2l,
  ...teams,
  ...google,
  ...gradescope,
  ...flat,
];
