import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderTree } from "../../../graders/engine/compile/source-tree.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { readExercise } from "./exercise.ts";

const id = "03-three-apis";
const entry = "three-apis.ts";

async function read(files: Record<string, string>) {
  const found = await readExercise(folderTree(temporaryFolder(files)), id);
  return found && "files" in found ? { entry: found.entry, files: Object.fromEntries(found.files) } : found;
}

test("the file is looked for in three places, in this order", async () => {
  const places: Record<string, string> = {
    [`exercises/${id}/${entry}`]: "1",
    [`${id}/${entry}`]: "2",
    [entry]: "3",
  };
  expect(await read(places)).toEqual({ entry, files: { [entry]: "1" } });
  delete places[`exercises/${id}/${entry}`];
  expect(await read(places)).toEqual({ entry, files: { [entry]: "2" } });
  delete places[`${id}/${entry}`];
  expect(await read(places)).toEqual({ entry, files: { [entry]: "3" } });
  expect(await read({ "exercises/04-timeout/three-apis.ts": "4" })).toBeUndefined();
});

test("a bare file's neighbours are those in the submission's root", async () => {
  expect(await read({ [entry]: `import "./helper.ts"`, "helper.ts": "help" })).toEqual({
    entry,
    files: { [entry]: `import "./helper.ts"`, "helper.ts": "help" },
  });
});

test("a graded file that cannot be taken is refused, and no later place is tried instead", async () => {
  const root = temporaryFolder({ [`${id}/`]: "", [entry]: "export {}" });
  writeFileSync(join(root, id, entry), Buffer.from([0xff, 0xfe, 0x00]));
  expect(await readExercise(folderTree(root), id)).toEqual({
    refused: "invalid",
    reason: `\`${id}/${entry}\` is not UTF-8 text. Save it with the encoding UTF-8.`,
  });
});
