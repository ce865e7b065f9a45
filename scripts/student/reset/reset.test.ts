import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { resetExercise } from "./reset.ts";

const ID = "03-three";
const PATH = "exercises/03-three/three.ts";
const STUB = "// stub\n";
// Local time, as the names of attempts are.
const now = new Date(2026, 2, 1, 4, 5, 9);

const project = (text: string) =>
  temporaryFolder({
    "exercises/03-three/README.md": "# 03\n",
    "exercises/03-three/.grader.ts": "",
    [PATH]: text,
  });
const reset = (root: string) => resetExercise(root, ID, STUB, now);
const attempts = (root: string) => {
  const folder = join(root, ".attempts", ID);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
};

test("the stub is back, and each attempt is kept, also two of one second", async () => {
  const root = project("mine\r\n");
  expect(await reset(root)).toEqual([
    `${PATH} is as you first got it.`,
    "Your attempt is kept in .attempts/03-three/2026-03-01T04-05-09-three.ts",
    "Next: npm test exercises/03",
  ]);
  expect(readFileSync(join(root, PATH), "utf8")).toBe(STUB);
  for (const text of ["again", "and again"]) {
    writeFileSync(join(root, PATH), text);
    await reset(root);
  }
  expect(attempts(root)).toEqual({
    "2026-03-01T04-05-09-three.ts": "mine\r\n",
    "2026-03-01T04-05-09-2-three.ts": "again",
    "2026-03-01T04-05-09-3-three.ts": "and again",
  });
});

test("a comment of one's own is an attempt; other line ends are none", async () => {
  const root = project(`${STUB}// my note\n`);
  await reset(root);
  expect(attempts(root)).toEqual({ "2026-03-01T04-05-09-three.ts": `${STUB}// my note\n` });
  const same = project("// stub\r\n");
  expect(await reset(same)).toEqual([`There is nothing to reset: ${PATH} is as you first got it.`]);
  expect(readdirSync(same)).toEqual(["exercises"]);
});

test("what is no text is kept byte for byte", async () => {
  const root = project("");
  const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28]);
  writeFileSync(join(root, PATH), bytes);
  await reset(root);
  expect(readFileSync(join(root, ".attempts", ID, "2026-03-01T04-05-09-three.ts"))).toEqual(bytes);
});

test("other files stay, and are named", async () => {
  const root = project("mine");
  writeFileSync(join(root, "exercises/03-three/help.ts"), "help");
  expect(await reset(root)).toContain("Left as they are: help.ts");
  expect(readFileSync(join(root, "exercises/03-three/help.ts"), "utf8")).toBe("help");
});

test.each([PATH, "exercises/03-three"])("a file that is gone comes back, with %s", async (gone) => {
  const root = project("mine");
  rmSync(join(root, gone), { recursive: true });
  expect((await reset(root))[1]).toBe("It was gone, so there was nothing to keep.");
  expect(readFileSync(join(root, PATH), "utf8")).toBe(STUB);
});

test("if the attempt cannot be kept, nothing is touched", async () => {
  const root = project("mine");
  writeFileSync(join(root, ".attempts"), "a file is in the way");
  await expect(reset(root)).rejects.toThrow(
    "Not reset: .attempts/03-three cannot be read or written (ENOTDIR).\nYour attempt is where it was.",
  );
  expect(readFileSync(join(root, PATH), "utf8")).toBe("mine");
});

test("a link or a folder in the file's place is not touched", async () => {
  const root = project("mine");
  rmSync(join(root, PATH));
  writeFileSync(join(root, "elsewhere.ts"), "mine");
  symlinkSync(join(root, "elsewhere.ts"), join(root, PATH));
  await expect(reset(root)).rejects.toThrow(
    `${PATH} is no regular file. Move it away yourself, then reset again.`,
  );
  rmSync(join(root, PATH));
  mkdirSync(join(root, PATH));
  await expect(reset(root)).rejects.toThrow("is no regular file");
  expect(readFileSync(join(root, "elsewhere.ts"), "utf8")).toBe("mine");
});

test("without a recorded stub nothing is touched", async () => {
  const root = project("mine");
  await expect(resetExercise(root, ID, undefined, now)).rejects.toThrow("git checkout graders/stubs.json");
  expect(readFileSync(join(root, PATH), "utf8")).toBe("mine");
});
