// Attacks by the names that platforms make of a student's name, number and file.

import { zip } from "../../../testing/zip-writer.ts";
import { type Attack, rubbish } from "../attack.ts";
import type { ClassName } from "../classes.ts";

function download(class_: ClassName, tries: string, named: Record<string, string>): Attack[] {
  return Object.entries(named).map(([name, path]) => ({
    name: `${class_}: ${name}`,
    tries: `${tries}: ${path}`,
    in: class_,
    files: { [path]: rubbish },
  }));
}

const archive = zip({
  "lovelaceada_12345_67890_three-apis.ts": rubbish,
  "Ada Lovelace_12345_assignsubmission_file/three-apis.ts": rubbish,
  "three-apis.ts": rubbish,
  "timeout.ts": rubbish,
});

const canvas: Attack[] = [
  ...download("canvas", "to be another's, by a name", {
    "a name that ends as an attempt": "lovelaceadaattempt2_22222_67999_three-apis.ts",
    "a namesake": "lovelaceada_22222_67999_three-apis.ts",
    "a namesake who is late": "lovelaceada_LATE_22222_67999_three-apis.ts",
    "a namesake in capitals": "LovelaceAda_22222_67999_three-apis.ts",
    "a namesake of the absent, who is on no roster": "haddadnoor_22222_67999_three-apis.ts",
    "a name that is another's number": "12345_22222_67999_three-apis.ts",
    "a name that is another's id": "1001_22222_67999_three-apis.ts",
    "a name that is another's login": "alovelace_22222_67999_three-apis.ts",
    "a name that is called late": "LATE_22222_67999_three-apis.ts",
    "a name that is anonymous": "anon_22222_67999_three-apis.ts",
    "no name, but another's number": "anon_12345_67999_three-apis.ts",
    "a number with a zero before another's": "malloryeve_012345_67999_three-apis.ts",
  }),
  ...download("canvas", "to be another's, by a file", {
    "a file called as another's download": "malloryeve_22222_67999_lovelaceada_12345_67890_three-apis.ts",
    "a file called as a later download": "malloryeve_22222_67999_lovelaceada_12345_68000_three-apis.ts",
    "a file called as Moodle's":
      "malloryeve_22222_67999_Ada Lovelace_12345_assignsubmission_file_three-apis.ts",
    "a file called as a number": "malloryeve_22222_67999_12345_67890_three-apis.ts",
    "an upload with too large a number": "malloryeve_22222_99999999999999999999_three-apis.ts",
    "an upload with another's number": "malloryeve_22222_67890_three-apis.ts",
  }),
  {
    name: "canvas: a name with another's number in it",
    tries: "to be another's, by a name that Canvas would not give",
    in: "canvas",
    files: { "malloryeve_12345_22222_67999_three-apis.ts": rubbish },
    doubt: ["lovelaceada", "malloryeve"],
  },
  {
    name: "canvas: an archive of downloads",
    tries: "to hand in for others, in an archive",
    in: "canvas",
    files: { "malloryeve_22222_67999_class.zip": archive },
  },
];

const folder = "assignsubmission_file";
const moodle: Attack[] = [
  ...download("moodle", "to be another's, by a name", {
    "a name that ends as an attempt": `Ada Lovelace (attempt 2)_22222_${folder}/three-apis.ts`,
    "a namesake": `Ada Lovelace_22222_${folder}/three-apis.ts`,
    "a namesake in capitals": `ADA LOVELACE_22222_${folder}/three-apis.ts`,
    "a name with another's number": `Ada Lovelace_12345_22222_${folder}/three-apis.ts`,
    "a name that is another's folder": `Ada Lovelace_12345_${folder}_22222_${folder}/three-apis.ts`,
    "a name that begins as another's folder": `Ada Lovelace_12345_assign_22222_${folder}/three-apis.ts`,
    "a name the other way round": `Lovelace, Ada_22222_${folder}/three-apis.ts`,
    "a group called as a student": `Ada Lovelace_${folder}/three-apis.ts`,
    "a group called as a student and number": `Ada Lovelace 12345_${folder}/three-apis.ts`,
    "a group called as the absent": `Noor Haddad_${folder}/three-apis.ts`,
    "a number with a zero before another's": `Eve Mallory_012345_${folder}/three-apis.ts`,
    "a number in full width": `Eve Mallory_\uff11\uff12\uff13\uff14\uff15_${folder}/three-apis.ts`,
    "a folder of an older version": `Ada Lovelace_22222_${folder}_/three-apis.ts`,
    "a text beside": `Ada Lovelace_22222_assignsubmission_onlinetext/onlinetext.html`,
    "a folder as GitHub's": "Ada Lovelace/three-apis.ts",
  }),
  ...download("moodle", "to be another's, by a file", {
    "a file called as Canvas's": `Eve Mallory_22222_${folder}/x_12345_67890_three-apis.ts`,
    "a folder in a folder": `Eve Mallory_22222_${folder}/Ada Lovelace_12345_${folder}/three-apis.ts`,
    "an attempt in a folder": `Eve Mallory_22222_${folder}/attempt-2/three-apis.ts`,
  }),
  {
    name: "moodle: an archive of folders",
    tries: "to hand in for others, in an archive",
    in: "moodle",
    files: { [`Eve Mallory_22222_${folder}/Ada Lovelace_12345_${folder}.zip`]: archive },
  },
  ...download("moodle, flat", "to be another's, by a name", {
    "a namesake": `Ada Lovelace_22222_${folder}_three-apis.ts`,
    "a group called as a student": `Ada Lovelace_${folder}_timeout.ts`,
    "a name that ends as an attempt": `Ada Lovelace attempt 2_22222_${folder}_three-apis.ts`,
    "a file called as another's": `Eve_22222_${folder}_Ada Lovelace_12345_${folder}_timeout.ts`,
  }),
  {
    name: "moodle: a file as Canvas's",
    tries: "to be another's, by a name that Moodle would not give",
    in: "moodle",
    files: { "adalovelace_12345_67890_three-apis.ts": rubbish },
    doubt: ["Ada Lovelace", "adalovelace"],
  },
  {
    name: "moodle, flat: a name that is another's file",
    tries: "to have another's file read as another",
    in: "moodle, flat",
    files: { [`Ada Lovelace_12345_${folder}_22222_${folder}_three-apis.ts`]: rubbish },
    quiet: true,
  },
  {
    name: "moodle, flat: a name that is another's archive",
    tries: "to hand in what another has not",
    in: "moodle, flat",
    files: { [`Ada Lovelace_12345_${folder}_22222_${folder}_work.zip`]: archive },
  },
];

export const downloads = [...canvas, ...moodle];
