import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { newFolder } from "./new-folder.ts";

const fill = async (folder: string) => writeFileSync(join(folder, "a.txt"), "new");

test("makes a folder that was not there, and fills one that was empty", async () => {
  const parent = temporaryFolder({});
  mkdirSync(join(parent, "empty"));
  for (const name of ["new", "empty"]) {
    await newFolder(join(parent, name), fill);
    expect(readFileSync(join(parent, name, "a.txt"), "utf8")).toBe("new");
  }
  expect(readdirSync(parent).sort()).toEqual(["empty", "new"]);
});

test("touches nothing that is there, and says what to do", async () => {
  const parent = temporaryFolder({ "full/b.txt": "old", file: "old" });
  const folder = (name: string) => newFolder(join(parent, name), fill);
  await expect(folder("full")).rejects.toThrow(/full is not empty. Name a folder that does not exist yet/);
  await expect(folder("file")).rejects.toThrow(/file is no folder. Name one that does not exist yet/);
  await expect(folder("no/such")).rejects.toThrow(/There is no folder .*no\. Name another folder/);
  expect([readdirSync(parent).sort(), readdirSync(join(parent, "full"))]).toEqual([
    ["file", "full"],
    ["b.txt"],
  ]);
});

test("leaves nothing behind when it cannot be filled", async () => {
  const parent = temporaryFolder({});
  const failing = newFolder(join(parent, "new"), async (folder) => {
    await fill(folder);
    throw new Error("no more");
  });
  await expect(failing).rejects.toThrow("no more");
  expect(readdirSync(parent)).toEqual([]);
});
