// What is taken of files that are not called, or do not lie, as they should; and what is said of it.
import { expect, test } from "vitest";
import { readStubs } from "../../../graders/engine/compile/stubs.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { diskFolder } from "./folder.ts";
import { KnownNames, readSources, sourcesIn } from "./sources.ts";

const ids = ["03-three-apis", "04-timeout"];
const known = new KnownNames(ids);
const stub = readStubs()["03-three-apis"]!;

/** Of 03: its first file's text, and the note; or the reason why it is not taken. */
async function read(files: Record<string, string>): Promise<string | undefined> {
  const sources = await sourcesIn(diskFolder(temporaryFolder(files)), known, 0);
  const found = (await readSources(sources, ids, known))["03-three-apis"];
  if (!found) return undefined;
  if ("refused" in found) return found.reason;
  return [[...found.files.values()].join("+"), found.note].filter((text) => text !== undefined).join(": ");
}

const takenFor = (path: string) => `x: \`${path}\` was taken for \`three-apis.ts\`, which was not there.`;

test.each([
  ...["three-apis (1).ts", "Three_APIs.TS", "03.ts", "three-apis.ts.txt", "three-apis.mts", "three-apis.js"],
  ...[
    "exercises/03/three-apis.ts",
    "exercises/03-Three-Apis/three-apis.ts",
    "exercises/03-three-apis/index.ts",
  ],
  ...["my work/week 1/three-apis.ts", "three-apis-ada.ts"],
])("%s is taken, with a note", async (path) => {
  expect(await read({ [path]: "x", "README.md": "", "notes/a.md": "" })).toBe(takenFor(path));
});

test("folders that hold nothing else are no reason for a note", async () => {
  expect(await read({ "a/b/c/d/three-apis.ts": "x" })).toBe("x");
  expect(await read({ "a/b/exercises/03-three-apis/three-apis.ts": "x" })).toBe("x");
});

test("an answer under another name counts before a stub where it belongs", async () => {
  const there = "exercises/03-three-apis/three-apis.ts";
  expect(await read({ [there]: stub, "three-apis (2).ts": "x" })).toBe(takenFor("three-apis (2).ts"));
  expect(await read({ [there]: stub, "three-apis.ts": "x" })).toBe(
    `x: \`${there}\` is as it was given, so \`three-apis.ts\` was graded.`,
  );
  expect(await read({ [there]: stub, "three-apis (2).ts": stub })).toBe(stub);
});

test("of two that differ none is taken, and both are named with what is expected", async () => {
  expect(await read({ "three_apis.ts": "x", "three-apis-2.ts": "y" })).toBe(
    "Found `three-apis-2.ts` and `three_apis.ts`; expected `three-apis.ts`. Which is meant? Hand in one, under that name.",
  );
  expect(await read({ "three_apis.ts": "x", "copy of three-apis.ts": "x" })).toBe(
    takenFor("copy of three-apis.ts"),
  );
});

test("beside the right name a copy of other content is named, and not graded", async () => {
  expect(await read({ "three-apis.ts": "x", "three-apis (1).ts": "y" })).toBe(
    "x: `three-apis.ts` was graded, and not `three-apis (1).ts`.",
  );
  expect(await read({ "three-apis.ts": "x", "three-apis (1).ts": "x" })).toBe("x");
  expect(await read({ "three-apis.ts": 'import "./three-apis-2.ts"', "three-apis-2.ts": "y" })).toBe(
    'import "./three-apis-2.ts"+y',
  );
});

test("what is the course's, a test, or another exercise's is nobody's answer", async () => {
  const course = { "solutions/03-three-apis/three-apis.ts": "s", "examples/class/ada/three-apis.ts": "e" };
  expect(await read({ ...course, "exercises/04-timeout/timeout.ts": "t" })).toBeUndefined();
  expect(await read({ ...course, "exercises/03-three-apis/three-apis.ts": stub })).toBe(stub);
  expect(
    await read({ "three-apis.test.ts": "t", "three-apis.d.ts": "d", "04-timeout/three-apis.ts": "h" }),
  ).toBe(undefined);
});

test("its neighbours come from where it lies", async () => {
  expect(await read({ "src/threeApis.ts": 'import "./help.ts"', "src/help.ts": "help", "x.md": "" })).toMatch(
    /^import ".\/help.ts"\+help: /,
  );
});
