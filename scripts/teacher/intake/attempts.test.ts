import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { type FindOptions, findSubmissions } from "./submissions.ts";

const ids = ["03-three-apis"];

async function found(root: string, place: string, options: FindOptions = {}) {
  const places = [{ given: place, absolute: join(root, place) }];
  const { readers, warnings } = await findSubmissions(places, ids, options);
  const texts = readers.map(async ({ id, attempts = [], read }) => {
    const text = async (from: typeof read) => {
      const files = (await from(ids))["03-three-apis"];
      return files && "files" in files ? files.files.get("three-apis.ts") : "none";
    };
    const all = await Promise.all(attempts.map((attempt) => text(attempt.read)));
    return `${id}: ${await text(read)}${all.length > 0 ? ` of ${all.join(", ")}` : ""}`;
  });
  return { found: await Promise.all(texts), warnings };
}

const class_ = {
  "class/ada/attempt-2/three-apis.ts": "second",
  "class/ada/attempt-10/three-apis.ts": "tenth",
  "class/ada/attempt-1/03-three-apis/three-apis.ts": "first",
  "class/bela_attempt-1/three-apis.ts": "first",
  "class/bela_attempt-2/three-apis.ts": "second",
  "class/chidi/three-apis.ts": "only",
  "class/chidi_2/three-apis.ts": "another student",
  "class/dara (attempt 3)/three-apis.ts": "third",
};
const ofAda = "ada (attempt-1, attempt-2, attempt-10)";

test("attempts in a student's folder are one's, and that is said; what lies beside each other is not joined", async () => {
  const root = temporaryFolder(class_);
  expect(await found(root, "class")).toEqual({
    found: [
      "ada: tenth of first, second, tenth",
      "bela_attempt-1: first",
      "bela_attempt-2: second",
      "chidi: only",
      "chidi_2: another student",
      "dara (attempt 3): third",
    ],
    warnings: [
      'class: graded each by itself, though named like attempts: "bela_attempt-1", "bela_attempt-2". If they are one student\'s, add --join-attempts.',
      `class: attempts of one student: ${ofAda}`,
    ],
  });
  expect(await found(root, "class/ada")).toEqual({
    found: ["ada: tenth of first, second, tenth"],
    warnings: [`class/ada: attempts of one student: ${ofAda}`],
  });
});

test("on request they are joined, but no two who are on the roster", async () => {
  const root = temporaryFolder(class_);
  const apart = (id: string) => id === "dara (attempt 3)";
  expect(await found(root, "class", { join: { apart } })).toEqual({
    found: [
      "ada: tenth of first, second, tenth",
      "bela: second of first, second",
      "chidi: only",
      "chidi_2: another student",
      "dara (attempt 3): third",
    ],
    warnings: [`class: attempts of one student: ${ofAda}; bela (bela_attempt-1, bela_attempt-2)`],
  });
});

test.each([
  ["folders", ["ada/three-apis.ts", "ada-attempt-2/three-apis.ts"]],
  [
    "Moodle's names",
    [
      "Ada Lovelace_12345_assignsubmission_file/three-apis.ts",
      "Ada Lovelace (attempt 2)_22222_assignsubmission_file/three-apis.ts",
    ],
  ],
  [
    "Canvas' names",
    ["lovelaceada_12345_67890_three-apis.ts", "lovelaceadaattempt2_22222_67891_three-apis.ts"],
  ],
])("nobody becomes another's later attempt by a name: %s", async (_, [honest, attack]) => {
  const both = temporaryFolder({ [`class/${honest}`]: "right", [`class/${attack}`]: "wrong" });
  const alone = temporaryFolder({ [`class/${honest}`]: "right" });
  const options = { join: { apart: () => false } };
  const { found: before } = await found(alone, "class");
  expect(await found(both, "class")).toMatchObject({ found: expect.arrayContaining(before) });
  // Even on request nothing is joined that a platform numbers.
  if (honest !== "ada/three-apis.ts")
    expect(await found(both, "class", options)).toMatchObject({ found: expect.arrayContaining(before) });
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
