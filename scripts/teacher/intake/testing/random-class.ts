// Makes classes at random, as platforms hand them over, with what each student really handed in: to be read back.
import { zip } from "../../../testing/zip-writer.ts";

/** What one student handed in last: by exercise, text; and whether anything of it is late by the platform. */
export interface Student {
  id: string;
  /** By exercise: the text that counts. */
  answers: Record<string, string>;
  late?: boolean;
  /** Their row of the school's list: whatever of it the platform tells. */
  row: ListRow;
}

interface ListRow {
  id: string;
  name: string;
  /** The platform's number for them. */
  number?: string;
  /** Under which others know them: GitHub. */
  login?: string;
}

export interface RandomClass {
  platform: string;
  /** The class's folder, by its paths. */
  files: Record<string, string | Buffer>;
  students: Student[];
  /** The school's list, as some spreadsheet in some country saved it. */
  roster: Buffer;
}

type Random = (below: number) => number;

/** Always the same numbers for a seed. */
export function randomOf(seed: number): Random {
  let state = (seed * 2654435761) % 4294967296 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const names = [
  ..."Ada Lovelace|Béla Bartók|Anne-Marie O'Neill|Ng Wu|Ng Wei|Jörg Müller|Ada M. Lovelace|Zoë Strauß".split(
    "|",
  ),
  ..."Иван Петров|Ольга Иванова|李小龍|王 芳|山田 太郎|佐藤 花子|Γιώργος Παππάς|Ελένη Νικολάου".split("|"),
  ..."محمد علي|نور حداد|Łukasz Żak|Nguyễn Văn An|Øystein Åsen|José Nuñez|Ana-María de la Cruz|van der Berg".split(
    "|",
  ),
];

const slugs: Record<string, string> = { "03-three-apis": "three-apis", "04-timeout": "timeout" };

/** Ways to hand in one exercise's file that can mean no other: a path for each. */
const ways = (id: string, slug: string): string[] => [
  ...[`${slug}.ts`, `${slug}.ts`, `${slug}.ts`, `${id}/${slug}.ts`, `exercises/${id}/${slug}.ts`],
  ...[
    `${slug} (1).ts`,
    `${id}.ts`,
    `${id.slice(0, 2)}.ts`,
    `${slug.replaceAll("-", "_")}.TS`,
    `${slug}.ts.txt`,
  ],
  ...[
    `${slug} - Copy.ts`,
    `${slug}_final.ts`,
    `Kopie von ${slug}.ts`,
    `exercises/${id.slice(0, 2)}/${slug}.ts`,
  ],
  ...[`${slug}.mts`, `work/${slug}.ts`, `a/b/c/${slug}.ts`],
];
/** Those among them that are no folder's. */
const flatWays = (id: string, slug: string) => ways(id, slug).filter((path) => !path.includes("/"));

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random(from.length)]!;
}

/** An answer whose text tells whose it is. */
function answersOf(random: Random, key: string): Record<string, string> {
  const entries = Object.keys(slugs).filter(() => random(5) > 0);
  return Object.fromEntries(entries.map((id) => [id, `// ${key} ${id}`]));
}

/** The files of these answers, each where students put such. */
function folderOf(random: Random, answers: Record<string, string>): Record<string, string> {
  const files: Record<string, string> =
    random(3) === 0 ? { "README.md": "read me", "notes/todo.txt": "-" } : {};
  for (const [id, text] of Object.entries(answers)) files[pick(random, ways(id, slugs[id]!))] = text;
  return files;
}

function within(folder: string, files: Record<string, string | Buffer>): Record<string, string | Buffer> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

type Maker = (
  random: Random,
  name: string,
  number: number,
) => { files: RandomClass["files"]; student: Omit<Student, "row">; row: ListRow };

/** The school's own number: with zeros in front, and never another's platform number. */
const schoolId = (number: number) => `00${7000 + number}`;

const makers: Record<string, Maker> = {
  canvas(random, name, number) {
    const bare = name.replace(/[^\p{L}\p{M}\p{Nd}]/gu, "").toLowerCase();
    const [answers, late] = [answersOf(random, `${number}`), random(4) === 0];
    let upload = 67_000 + 10 * number;
    const file = (own: string) => `${bare}${late ? "_LATE" : ""}_${12_000 + number}_${upload++}_${own}`;
    const entries = Object.entries(answers).flatMap(([id, text]) => {
      const slug = slugs[id]!;
      const again = random(4) === 0;
      return again
        ? [[file(`${slug}.ts`), "// old"] as const, [file(`${slug}-1.ts`), text] as const]
        : [[file(pick(random, flatWays(id, slug))), text] as const];
    });
    const typed =
      entries.length === 0
        ? [[`${bare}${late ? "_LATE" : ""}_${12_000 + number}_text.html`, "<p>"] as const]
        : [];
    const id = `${bare}_${12_000 + number}`;
    const row = { id: schoolId(number), name, number: `${12_000 + number}` };
    return { files: Object.fromEntries([...entries, ...typed]), student: { id, answers, late }, row };
  },
  moodle(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const inside = folderOf(random, answers);
    const folder = `${name}_${500 + number}_assignsubmission_file${random(2) ? "_" : ""}`;
    const packed = random(3) === 0 ? { "work.zip": zip(inside) } : inside;
    const files = Object.keys(packed).length > 0 ? within(folder, packed) : { [`${folder}/x.md`]: "" };
    const row = { id: schoolId(number), name, number: `${500 + number}` };
    return { files, student: { id: `${name}_${500 + number}`, answers }, row };
  },
  d2l(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const head = `${12_000 + number}-67890 - ${name} -`;
    const old = Object.fromEntries(Object.keys(answers).map((id) => [`${slugs[id]}.ts`, "// old"]));
    const first = random(2) === 0 ? within(`${head} Nov 2, 2026 905 AM`, old) : {};
    const last = within(`${head} Nov 3, 2026 1107 PM`, { "x.md": "", ...folderOf(random, answers) });
    return {
      files: { "index.html": "<html>", ...first, ...last },
      student: { id: `${name}_${12_000 + number}`, answers },
      row: { id: schoolId(number), name, number: `${12_000 + number}` },
    };
  },
  blackboard(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const [user, head] = [`user_${number}`, "gradebook_CS_1_Task_2_"];
    const at = (when: string, file: string) => `${head}${user}_attempt_${when}${file}`;
    const files: Record<string, string> = {
      [at("2026-11-03-10-00-00", ".txt")]: `Name: ${name} (${user})\n`,
    };
    if (random(2) === 0) files[at("2026-11-01-10-00-00", "_three-apis.ts")] = "// old";
    for (const [id, text] of Object.entries(answers))
      files[at("2026-11-03-10-00-00", `_${pick(random, flatWays(id, slugs[id]!))}`)] = text;
    return { files, student: { id: user, answers }, row: { id: user, name } };
  },
  teams(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const versions = 1 + random(3);
    const last = within(`${name} ${number}/Task/Version ${versions}`, {
      "x.md": "",
      ...folderOf(random, answers),
    });
    const old = versions > 1 ? { [`${name} ${number}/Task/Version 1/three-apis.ts`]: "// old" } : {};
    return {
      files: within("Submitted files", { ...old, ...last }),
      student: { id: `${name} ${number}`, answers },
      row: { id: schoolId(number), name: `${name} ${number}` },
    };
  },
  "google-classroom"(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const who = `${name} ${number}`;
    const entries = Object.entries(answers).map(
      ([id, text]) =>
        [`${who} - ${pick(random, flatWays(id, slugs[id]!)).replace(" - Copy", "")}`, text] as const,
    );
    const all = entries.length > 0 ? entries : [[`${who} - essay.zip`, zip({ "essay.txt": "" })] as const];
    const row = { id: schoolId(number), name: who };
    return { files: Object.fromEntries(all), student: { id: who, answers }, row };
  },
  folders(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const [who, inside] = [`${name} ${number}`, folderOf(random, answers)];
    const row = { id: random(2) ? who : schoolId(number), name: who };
    if (random(3) === 0)
      return { files: { [`${who}.zip`]: zip(inside) }, student: { id: who, answers }, row };
    const files =
      random(4) === 0 ? within("attempt-2", { "x.md": "", ...inside }) : { "x.md": "", ...inside };
    const again = Object.keys(files)[0]!.startsWith("attempt");
    const old: Record<string, string> = again ? { "attempt-1/timeout.ts": "// old" } : {};
    return { files: within(who, { ...old, ...files }), student: { id: who, answers }, row };
  },
  gradescope(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const folder = `submission_${100 + number}`;
    const quoted = JSON.stringify(name).replace(/[^ -~]/g, (char) => `\\u${hex(char)}`);
    const about = `${folder}:\n  :submitters:\n  - :name: ${random(2) ? quoted : `'${name.replaceAll("'", "''")}'`}\n    :sid: '${schoolId(number)}'\n  :created_at: 2026-11-03 22:07:12.5 Z\n  :score: 0.0\n`;
    return {
      files: {
        "submission_metadata.yml": about,
        ...within(folder, { "x.md": "", ...folderOf(random, answers) }),
      },
      student: { id: `${name}_${100 + number}`, answers },
      row: { id: schoolId(number), name },
    };
  },
  "github-classroom"(random, name, number) {
    const answers = answersOf(random, `${number}`);
    // A user name may hold the assignment's, or end as another's.
    const login = `${pick(random, ["", "ada-", "three-apis-", "x-1-"])}user-${number}`;
    const files = within(`three-apis-${login}`, { "README.md": "", ...folderOf(random, answers) });
    return { files, student: { id: login, answers }, row: { id: schoolId(number), name, login } };
  },
  flat(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const who = `${pick(random, ["", "ada_", "b-"])}user${number}`;
    const given = Object.keys(answers).length > 0 ? answers : { "04-timeout": `// ${number} 04-timeout` };
    const entries = Object.entries(given).map(
      ([id, text]) => [`${who}${pick(random, ["_", "-"])}${random(2) ? id : slugs[id]}.ts`, text] as const,
    );
    return {
      files: Object.fromEntries(entries),
      student: { id: who, answers: given },
      row: { id: who, name },
    };
  },
};

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

/** What each platform's number is called in a list. */
const numberColumns: Record<string, string> = {
  canvas: "Canvas ID",
  moodle: "Moodle ID",
  d2l: "Brightspace ID",
};

/** The rows in another order, with names that need quotes, saved in some way. */
function rosterOf(random: Random, platform: string, students: readonly Student[]): Buffer {
  const separator = pick(random, [",", ";", "\t"]);
  const lineEnd = pick(random, ["\n", "\r\n"]);
  const cell = (text: string) =>
    random(2) || /["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const column = numberColumns[platform];
  const header = [
    "id",
    "name",
    "note",
    ...(column ? [column] : []),
    ...(platform.startsWith("github") ? ["github_username"] : []),
  ];
  const rows = students.map(({ row: { id, name, number, login } }) => [
    ...[id, name, pick(random, ["", 'said "no",\nand left', "=1+1;2", "قال"])],
    ...(number === undefined ? [] : [number]),
    ...(login === undefined ? [] : [login]),
  ]);
  const shuffled = rows.map((row) => ({ row, key: random(1000) })).sort((a, b) => a.key - b.key);
  const lines = [header, ...shuffled.map(({ row }) => row)].map((row) => row.map(cell).join(separator));
  const text = lines.join(lineEnd) + lineEnd;
  const save = [
    () => Buffer.from(text),
    () => Buffer.from(`\uFEFF${text}`),
    () => Buffer.from(`\uFEFF${text}`, "utf16le"),
    () => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  ];
  return pick(random, save)();
}

/** A class of this seed. */
export function randomClass(seed: number): RandomClass {
  const random = randomOf(seed);
  const platform = pick(random, Object.keys(makers));
  const size = 3 + random(8);
  const files: RandomClass["files"] = {};
  const students: Student[] = [];
  for (let number = 1; number <= size; number++) {
    // Two of one name in many a class.
    const made = makers[platform]!(
      random,
      pick(random, names.slice(0, 4 + random(names.length - 4))),
      number,
    );
    const { "submission_metadata.yml": about, ...own } = made.files;
    Object.assign(files, own);
    if (about !== undefined)
      files["submission_metadata.yml"] = `${files["submission_metadata.yml"] ?? ""}${about}`;
    students.push({ ...made.student, row: made.row });
  }
  const around = pick(random, ["", "", "Downloads", "a/b c/d"]);
  const roster = rosterOf(random, platform, students);
  return { platform, files: around ? within(around, files) : files, students, roster };
}
