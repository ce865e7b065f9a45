// Whether a place is one submission or a class, where somebody in it is called as a folder of exercises.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { zip } from "../../testing/zip-writer.ts";
import { findSubmissions } from "./submissions.ts";

const ids = ["03-three-apis", "04-timeout"];
type Files = Record<string, string | Buffer>;

/** What is found at this path among these files: each submission's first text. */
async function find(files: Files, given: string) {
  const root = temporaryFolder({});
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const { readers, warnings } = await findSubmissions([{ given, absolute: join(root, given) }], ids);
  const texts = readers.map(async ({ id, read }) => {
    const [files] = Object.values(await read(ids));
    return [id, files && ("refused" in files ? files.refused : [...files.files.values()][0])] as const;
  });
  return { found: Object.fromEntries(await Promise.all(texts)), warnings };
}

const said = (given: string, other: string, name: string) => [
  `${given}: taken for a class, since "${other}" in it is a submission, and so "${name}" may be one. ` +
    "If all of it is one student's, give the folder with --single.",
];

test.each<[string, Files, string, object, string[]]>([
  [
    "in a folder",
    { "class/ada/three-apis.ts": "a", "class/exercises/03-three-apis/three-apis.ts": "eve" },
    "class",
    { ada: "a", exercises: "eve" },
    said("class", "ada", "exercises"),
  ],
  [
    "in an archive, beside who packed theirs",
    {
      "c.zip": zip({
        "04-timeout/timeout.ts": "eve",
        "bela/b.zip": zip({ "timeout.ts": "b" }),
        "chidi/": "",
      }),
    },
    "c.zip",
    { "04-timeout": "eve", bela: "b", chidi: undefined },
    said("c.zip", "bela", "04-timeout"),
  ],
  [
    "beside archives",
    {
      "c/03-three-apis/three-apis.ts": "eve",
      "c/ada.zip": zip({ "timeout.ts": "a" }),
      "c/bela.zip": zip({ "work/timeout.ts": "b" }),
    },
    "c",
    { ada: "a", bela: "b", "03-three-apis": "eve" },
    said("c", "ada.zip", "03-three-apis"),
  ],
])("a student called as a folder of exercises, %s: it stays a class, and that is said", async (...given) => {
  const [, files, place, found, warnings] = given;
  expect(await find(files, place)).toEqual({ found, warnings });
});

const mine = { "x/exercises/03-three-apis/three-apis.ts": "a" };

test.each<[string, Files]>([
  [
    "the whole project",
    {
      "x/solutions/03-three-apis/three-apis.ts": "s",
      "x/graders/03-three-apis.ts": "g",
      "x/node_modules/y/timeout.ts": "n",
      "x/examples/class/ada/timeout.ts": "e",
    },
  ],
  ["the student edition, and an old answer", { "x/package.json": "{}", "x/old/timeout.ts": "o" }],
  ["one archive", { "x/all.zip": zip({ "timeout.ts": "z" }) }],
  ["folders with nothing of an exercise", { "x/notes/timeout.md": "", "x/src/index.ts": "" }],
])("exercises with %s beside are one submission", async (_, beside) => {
  expect(await find({ ...mine, ...beside }, "x")).toEqual({ found: { x: "a" }, warnings: [] });
});
