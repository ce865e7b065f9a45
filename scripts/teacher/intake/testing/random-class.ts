// Makes classes at random, as platforms hand them over, with what each student really handed in: to be read back.
import { zip } from "../../../testing/zip-writer.ts";

/** What one student handed in last: by exercise, text; and whether anything of it is late by the platform. */
export interface Student {
  id: string;
  /** By exercise: the text that counts. */
  answers: Record<string, string>;
  late?: boolean;
}

export interface RandomClass {
  platform: string;
  /** The class's folder, by its paths. */
  files: Record<string, string | Buffer>;
  students: Student[];
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
) => { files: RandomClass["files"]; student: Student };

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
    return { files: Object.fromEntries([...entries, ...typed]), student: { id, answers, late } };
  },
  moodle(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const inside = folderOf(random, answers);
    const folder = `${name}_${500 + number}_assignsubmission_file${random(2) ? "_" : ""}`;
    const packed = random(3) === 0 ? { "work.zip": zip(inside) } : inside;
    const files = Object.keys(packed).length > 0 ? within(folder, packed) : { [`${folder}/x.md`]: "" };
    return { files, student: { id: `${name}_${500 + number}`, answers } };
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
    return { files, student: { id: user, answers } };
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
    return { files: Object.fromEntries(all), student: { id: who, answers } };
  },
  folders(random, name, number) {
    const answers = answersOf(random, `${number}`);
    const [who, inside] = [`${name} ${number}`, folderOf(random, answers)];
    if (random(3) === 0) return { files: { [`${who}.zip`]: zip(inside) }, student: { id: who, answers } };
    const files =
      random(4) === 0 ? within("attempt-2", { "x.md": "", ...inside }) : { "x.md": "", ...inside };
    const again = Object.keys(files)[0]!.startsWith("attempt");
    const old: Record<string, string> = again ? { "attempt-1/timeout.ts": "// old" } : {};
    return { files: within(who, { ...old, ...files }), student: { id: who, answers } };
  },
};

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
    Object.assign(files, made.files);
    students.push(made.student);
  }
  const around = pick(random, ["", "", "Downloads", "a/b c/d"]);
  return { platform, files: around ? within(around, files) : files, students };
}
