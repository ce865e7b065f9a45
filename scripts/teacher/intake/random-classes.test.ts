// A hundred classes made at random and read back: nothing is lost, and nobody has another's.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { zip } from "../../testing/zip-writer.ts";
import { findSubmissions } from "./submissions.ts";
import { randomClass } from "./testing/random-class.ts";

const ids = ["03-three-apis", "04-timeout"];

async function readBack(files: Record<string, string | Buffer>) {
  const root = temporaryFolder({});
  writeFileSync(join(root, "class.zip"), zip(files));
  const { readers } = await findSubmissions([{ given: "class.zip", absolute: join(root, "class.zip") }], ids);
  const students = readers.map(async ({ id, late, read }) => {
    const held = Object.entries(await read(ids)).map(([exercise, files]) => {
      return [exercise, "refused" in files ? files.reason : files.files.get(files.entry)!] as const;
    });
    return { id, answers: Object.fromEntries(held), ...(late !== undefined && { late }) };
  });
  return Promise.all(students);
}

test("what each handed in is theirs, and all of it is there", async () => {
  const platforms = new Set<string>();
  for (let seed = 1; seed <= 100; seed++) {
    const { platform, files, students } = randomClass(seed);
    platforms.add(platform);
    const sorted = students.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await readBack(files), `seed ${seed}, ${platform}:\n${Object.keys(files).join("\n")}`).toEqual(
      sorted,
    );
  }
  expect(platforms.size).toBe(7);
}, 60_000);
