import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { diskFolder } from "./folder.ts";
import { looseIn } from "./loose.ts";
import { KnownNames, readSources } from "./sources.ts";

const id = "03-three-apis";
const entry = "three-apis.ts";

const stub = "export function f(): void {\n  // TODO: write\n}\n";
const readExercise = async (root: string) =>
  (
    await readSources(
      { loose: [looseIn(diskFolder(root))], packed: [] },
      [id],
      new KnownNames([id, "04-timeout"], { [id]: stub }),
    )
  )[id];

async function read(files: Record<string, string>) {
  const found = await readExercise(temporaryFolder(files));
  if (!found || "refused" in found) return found;
  const { entry, note } = found;
  return { entry, files: Object.fromEntries(found.files), ...(note !== undefined && { note }) };
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
  const elsewhere = { "exercises/04-timeout/three-apis.ts": "4", "exercises/04-timeout/README.md": "" };
  expect(await read(elsewhere)).toBeUndefined();
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
  expect(await readExercise(root)).toEqual({
    refused: "invalid",
    reason: `\`${id}/${entry}\` is not UTF-8 text. Save it with the encoding UTF-8.`,
  });
});

test("an answer counts before what was given, which lies where it is looked for first", async () => {
  const given = `// mine now\r\n${stub.replaceAll("\n", "\r\n")}`;
  const answer = { entry, files: { [entry]: "export const x = 1;" } };
  const there = `exercises/${id}/${entry}`;
  expect(await read({ [there]: given, [entry]: "export const x = 1;" })).toEqual({
    ...answer,
    note: `\`${there}\` is as it was given, so \`${entry}\` was graded.`,
  });
  expect(await read({ [entry]: given, [`${id}/${entry}`]: "export const x = 1;" })).toEqual(answer);
  expect(await read({ [`exercises/${id}/${entry}`]: given, [entry]: stub })).toEqual({
    entry,
    files: { [entry]: given },
  });
});
