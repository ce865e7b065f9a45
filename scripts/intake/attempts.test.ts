import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { findSubmissions } from "./submissions.ts";

const ids = ["03-three-apis"];

async function found(root: string, place: string) {
  const { readers } = await findSubmissions([{ given: place, absolute: join(root, place) }], ids);
  const texts = readers.map(async ({ id, attempts = [], read }) => {
    const text = async (from: typeof read) => {
      const files = (await from(ids))["03-three-apis"];
      return files && "files" in files ? files.files.get("three-apis.ts") : "none";
    };
    const all = await Promise.all(attempts.map((attempt) => text(attempt.read)));
    return `${id}: ${await text(read)}${all.length > 0 ? ` of ${all.join(", ")}` : ""}`;
  });
  return Promise.all(texts);
}

test("attempts in a student's folder, and beside each other; the last one is read", async () => {
  const root = temporaryFolder({
    "class/ada/attempt-2/three-apis.ts": "second",
    "class/ada/attempt-10/three-apis.ts": "tenth",
    "class/ada/attempt-1/03-three-apis/three-apis.ts": "first",
    "class/bela_attempt-1/three-apis.ts": "first",
    "class/bela_attempt-2/three-apis.ts": "second",
    "class/chidi/three-apis.ts": "only",
    "class/chidi_2/three-apis.ts": "another student",
    "class/dara (attempt 3)/three-apis.ts": "third",
  });
  expect(await found(root, "class")).toEqual([
    "ada: tenth of first, second, tenth",
    "bela: second of first, second",
    "chidi: only",
    "chidi_2: another student",
    "dara: third of third",
  ]);
  expect(await found(root, "class/ada")).toEqual(["ada: tenth of first, second, tenth"]);
});

test("the time of the newest file, hidden ones and what is not ours left out", async () => {
  const root = temporaryFolder({
    "class/ada/three-apis.ts": "",
    "class/ada/notes/old.txt": "",
    "class/ada/.git/HEAD": "",
    "class/ada/node_modules/x.js": "",
  });
  const day = 86_400;
  for (const [path, time] of Object.entries({ "three-apis.ts": 20, "notes/old.txt": 30, ".git/HEAD": 40 }))
    utimesSync(join(root, "class/ada", path), time * 365 * day, time * 365 * day);
  const { readers } = await findSubmissions([{ given: "class", absolute: join(root, "class") }], ids);
  expect(await readers[0]!.modified()).toBe(30 * 365 * day * 1000);
});
