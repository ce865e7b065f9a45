// A hundred classes made at random and read back: nothing is lost, and nobody has another's.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { zip } from "../../testing/zip-writer.ts";
import { gitHubLogins, matchRoster } from "../roster/match.ts";
import { readRoster } from "../roster/read-roster.ts";
import { findSubmissions } from "./submissions.ts";
import { randomClass } from "./testing/random-class.ts";

const ids = ["03-three-apis", "04-timeout"];
const classes = Array.from({ length: 100 }, (_, index) => ({ seed: index + 1, ...randomClass(index + 1) }));
type Files = (typeof classes)[number]["files"];

/** How a class comes: packed, packed by a Mac (which takes accents apart), or unpacked. */
const ways = {
  packed: (root: string, files: Files) => writeFileSync(join(root, "class.zip"), zip(files)),
  "packed by a Mac": (root: string, files: Files) => {
    const entries = Object.entries(files).map(([path, text]) => [path.normalize("NFD"), text] as const);
    writeFileSync(join(root, "class.zip"), zip({ ...Object.fromEntries(entries), "__MACOSX/._x": "x" }));
  },
  unpacked: (root: string, files: Files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, "class", path)), { recursive: true });
      writeFileSync(join(root, "class", path), text);
    }
  },
};

async function readBack(way: keyof typeof ways, files: Files, roster: Buffer) {
  const root = temporaryFolder({});
  ways[way](root, files);
  writeFileSync(join(root, "roster.csv"), roster);
  const { entries } = await readRoster(join(root, "roster.csv"));
  const given = way === "unpacked" ? "class" : "class.zip";
  const place = { given, absolute: join(root, given) };
  const { readers } = await findSubmissions([place], ids, { logins: gitHubLogins(entries) });
  const { people } = matchRoster(readers, entries);
  const students = readers.map(async ({ id, late, read }) => {
    const held = Object.entries(await read(ids)).map(([exercise, files]) => {
      return [exercise, "refused" in files ? files.reason : files.files.get(files.entry)!] as const;
    });
    const answers = Object.fromEntries(held);
    return { id: id.normalize(), answers, ...(late !== undefined && { late }), row: people.get(id)?.id };
  });
  return (await Promise.all(students)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

test.each(Object.keys(ways) as (keyof typeof ways)[])(
  "%s: what each handed in is theirs, all of it is there, and each has their own row of the list",
  async (way) => {
    // All of them packed, and each third one in the other ways.
    const some = classes.filter(({ seed }) => way === "packed" || seed % 3 === (way === "unpacked" ? 1 : 2));
    for (const { seed, platform, files, students, roster } of some) {
      const sorted = students
        .map(({ row, ...student }) => ({ ...student, id: student.id.normalize(), row: row.id }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const found = await readBack(way, files, roster);
      const about = `seed ${seed}, ${platform}:\n${Object.keys(files).join("\n")}`;
      expect(found, about).toEqual(sorted);
    }
  },
  60_000,
);

test("they are of every platform, and many hold two of one name", () => {
  const platforms = Map.groupBy(classes, ({ platform }) => platform);
  expect([...platforms.keys()].sort()).toEqual([
    ...["blackboard", "canvas", "d2l", "flat", "folders", "github-classroom", "google-classroom"],
    ...["gradescope", "moodle", "teams"],
  ]);
  const twice = classes.filter(
    ({ students }) => new Set(students.map(({ row }) => row.name)).size < students.length,
  );
  expect(twice.length).toBeGreaterThan(20);
});
