// The honest classes: students with right, wrong, sequential, empty and missing answers, as each platform hands them over.
// A file's words are the verdicts that the fake engine gives (see testing/fake-engine.ts).
import { gzipSync } from "node:zlib";
import { tar } from "../../testing/tar-writer.ts";
import { zip } from "../../testing/zip-writer.ts";
import type { GradeOptions } from "../grade/args.ts";
import { formats, table } from "../reports/formats.ts";
import type { Files } from "./attack.ts";
import { newerClasses } from "./newer-classes.ts";
import { honest } from "./programs.ts";

export interface HonestClass {
  files: Files;
  /** The class's folder is handed over as one archive. */
  packed?: "zip" | "tar.gz";
  /** Each folder is a clone, whose last commit is of this time. */
  clones?: Readonly<Record<string, string>>;
  /** Lines. */
  roster?: readonly string[];
  worksheet?: readonly string[];
  options?: Partial<GradeOptions>;
}

const right = "passed passed passed";
const sequential = "failed:sequential-await passed passed";
const wrong = "passed failed failed";
const stuck = "passed never-settled skipped";

const answers = (folder: string, threeApis?: string, timeout?: string): Files => ({
  ...(threeApis !== undefined && { [`${folder}three-apis.ts`]: threeApis }),
  ...(timeout !== undefined && { [`${folder}timeout.ts`]: timeout }),
});

const plain: Files = {
  ...answers("ada/", right, right),
  ...answers("ada-m/", wrong, right),
  ...answers("bela/", sequential, right),
  ...answers("chidi/exercises/04-timeout/", undefined, stuck),
  "dara/": "",
  ...answers("emeka/attempt-1/", sequential, wrong),
  ...answers("emeka/attempt-2/", right, wrong),
  ...answers("Kim/", right, stuck),
  ...answers("kim/", wrong, wrong),
  ...answers("o'neill/", right, sequential),
  ...answers("Zoë Müller/", sequential, sequential),
  ...answers("李小龍/", "compile-error compile-error compile-error", right),
};

const canvasColumns = "id,name,email,section,canvas_id,sis_user_id,sis_login_id,department,city";
const canvasRoster = [
  canvasColumns,
  "1001,Ada Lovelace,ada@example.org,A,12345,s1001,alovelace,Mathematics,London",
  "1002,Béla Bartók,bela@example.org,A,12346,s1002,bbartok,Music,Budapest",
  "1003,Sean O'Neill,sean@example.org,B,12347,s1003,soneill,Mathematics,Cork",
  "1004,李小龍,li@example.org,B,12348,s1004,lxiaolong,Arts,Hong Kong",
  "1005,Noor Haddad,noor@example.org,B,12349,s1005,nhaddad,Physics,Beirut",
  "1006,Adam Lovelace,adam@example.org,A,12350,s1006,adlovelace,Physics,London",
];

const moodleFolder = (name: string, number: number) => `${name}_${number}_assignsubmission_file/`;
const moodleFiles: Files = {
  ...answers(moodleFolder("Ada Lovelace", 12345), right),
  ...answers(moodleFolder("Adam Lovelace", 12350), wrong, right),
  ...answers(moodleFolder("Béla Bartók", 12346), sequential, right),
  ...answers(moodleFolder("Sean O'Neill", 12347), right, stuck),
  [moodleFolder("Dara Singh", 12351)]: "",
  ...answers(moodleFolder("李小龍", 12348), right, sequential),
};
const moodleHeader =
  "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Grade can be changed,Feedback comments";
const moodleWorksheet = [
  moodleHeader,
  "Participant 12345,Ada Lovelace,1001,ada@example.org,Submitted for grading,,20.00,Yes,",
  "Participant 12350,Adam Lovelace,1006,adam@example.org,Submitted for grading,,20.00,Yes,",
  "Participant 12346,Béla Bartók,1002,bela@example.org,Submitted for grading,,20.00,Yes,",
  "Participant 12347,Sean O'Neill,1003,sean@example.org,Submitted for grading,,20.00,Yes,",
  "Participant 12351,Dara Singh,1007,dara@example.org,Submitted for grading,,20.00,Yes,",
  "Participant 12348,李小龍,1004,li@example.org,Submitted for grading,,20.00,Yes,",
  "Participant 12349,Noor Haddad,1005,noor@example.org,No submission,,20.00,Yes,",
];
const moodleRoster = [
  "id,name,email,moodle_id,Department,Institution,MoodleNet profile ID",
  "1001,Ada Lovelace,ada@example.org,12345,Mathematics,Here,",
  "1006,Adam Lovelace,adam@example.org,12350,Physics,Here,",
  "1002,Béla Bartók,bela@example.org,12346,Music,Here,",
  "1003,Sean O'Neill,sean@example.org,12347,Mathematics,Here,",
  "1007,Dara Singh,dara@example.org,12351,Physics,Here,",
  "1004,李小龍,li@example.org,12348,Arts,Here,",
  "1005,Noor Haddad,noor@example.org,12349,Physics,Here,",
];

/** Canvas would go by names alone: these have no numbers of its. */
const withoutCanvas = {
  formats: [table, ...formats.map(({ name }) => name).filter((name) => name !== "canvas")],
};

const flat = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace(/\/(?=.)/, "_"), text]));

export const classes = {
  ...newerClasses,
  /** Folders by names that students have. */
  folders: { files: plain },
  /** The same, packed by the teacher. */
  zipped: { files: plain, packed: "zip" },
  tarred: { files: plain, packed: "tar.gz" },
  /** Each student's own archive. */
  archives: {
    files: {
      "ada.zip": zip({ ...answers("", right, right) }),
      "ada-m.zip": zip({ ...answers("", wrong, right) }),
      "bela.tar.gz": gzipSync(tar({ ...answers("bela/", sequential, right) })),
      "chidi.tar": tar({ ...answers("exercises/04-timeout/", undefined, stuck) }),
      "dara.zip": zip({ "readme.md": "nothing" }),
      "kim.zip": zip({ ...answers("kim/", right, stuck) }),
      "o'neill.zip": zip({ ...answers("", right, sequential) }),
      "李小龍.zip": zip({ ...answers("", wrong, right) }),
    },
  },
  /** Folders by several ways to a row: an id, a name, an e-mail. Profiles are what students typed. */
  roster: {
    files: {
      ...answers("1002/", sequential, right),
      ...answers("Ada Lovelace/", right, right),
      ...answers("chidi@example.org/", undefined, stuck),
      ...answers("o'neill/", right, sequential),
    },
    roster: [
      "id,name,email,section,department,city,phone,web",
      "1001,Ada Lovelace,ada@example.org,A,Mathematics,London,+44 1,https://ada.example.org",
      "1002,Béla Bartók,bela@example.org,A,Music,Budapest,+36 1,",
      "1003,Chidi Okafor,chidi@example.org,B,Physics,Lagos,+234 1,",
      "o'neill,Sean O'Neill,sean@example.org,B,Arts,Cork,+353 1,",
      "1005,Noor Haddad,noor@example.org,B,Physics,Beirut,+961 1,",
    ],
  },
  canvas: {
    files: {
      ...answers("lovelaceada_12345_67890_", right),
      ...answers("lovelaceada_12345_67891_", undefined, right),
      ...answers("lovelaceadam_12350_67892_", wrong, right),
      "bartókbéla_LATE_12346_67893_three-apis-1.ts": sequential,
      "oneillsean_12347_67894_answers.zip": zip({ ...answers("", right, stuck) }),
      ...answers("李小龍_12348_67895_", right, sequential),
    },
    roster: canvasRoster,
  },
  moodle: { files: moodleFiles, worksheet: moodleWorksheet, options: withoutCanvas },
  "moodle, with a roster": {
    files: moodleFiles,
    worksheet: moodleWorksheet,
    roster: moodleRoster,
    options: withoutCanvas,
  },
  /** As older versions pack it: no folders. */
  "moodle, flat": {
    files: flat(Object.fromEntries(Object.entries(moodleFiles).filter(([path]) => !path.endsWith("/")))),
    worksheet: moodleWorksheet,
    options: withoutCanvas,
  },
  /** Real programs, for the real engine. */
  programs: {
    files: {
      "ada/three-apis.ts": honest.right,
      "bela/three-apis.ts": honest.sequential,
      "chidi/three-apis.ts": honest.hungry,
      "dara/three-apis.ts": honest.deep,
      "emeka/three-apis.ts": honest.unfinished,
      "fatou/": "",
    },
    options: { jobs: 1 },
  },
  clones: {
    files: {
      ...answers("ada/", right, right),
      ...answers("bela/exercises/03-three-apis/", sequential),
      ...answers("chidi/", undefined, stuck),
      ...answers("no-clone/", right, wrong),
    },
    clones: {
      ada: "2026-12-01T20:00:00+01:00",
      bela: "2026-12-03T08:00:00Z",
      chidi: "2026-11-30T23:59:00-05:00",
    },
    roster: [
      "id,name,email,github_id",
      "ada,Ada Lovelace,ada@example.org,501",
      "bela,Béla Bartók,bela@example.org,502",
      "chidi,Chidi Okafor,chidi@example.org,503",
      "no-clone,Fatou Diop,fatou@example.org,504",
      "noor,Noor Haddad,noor@example.org,505",
    ],
    options: { due: Date.UTC(2026, 11, 1, 22, 59), late: { grace: 0, percent: 10, floor: 50 } },
  },
} as const satisfies Record<string, HonestClass>;

export type ClassName = keyof typeof classes;
