import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import type { StepResult } from "../evidence/facts.ts";
import { unlessUnchanged } from "./unchanged.ts";

const passed: StepResult = { passed: 3, failed: 0, skipped: 1, details: [] };

function watched(files: Record<string, string> = { "a/b.ts": "b", "c.ts": "c" }) {
  const root = temporaryFolder(files);
  const folder = join(temporaryFolder({}), "kept");
  let runs = 0;
  const step = async (result: StepResult = passed, during = () => {}) => {
    const before = runs;
    const found = await unlessUnchanged(root, folder, async () => {
      runs++;
      during();
      return result;
    });
    return { ran: runs > before, found };
  };
  return { root, folder, step };
}

test("what passed runs again once anything has changed, and not before", async () => {
  const { root, folder, step } = watched();
  expect(await step()).toEqual({ ran: true, found: passed });
  expect(await step()).toEqual({ ran: false, found: { ...passed, unchanged: true } });
  for (const [path, text] of [
    ["a/b.ts", "other"],
    ["a/new.ts", ""],
    ["a/bc.ts", ""],
  ] as const) {
    writeFileSync(join(root, path), text);
    expect(await step()).toMatchObject({ ran: true });
    expect(await step()).toMatchObject({ ran: false });
  }
  expect(readdirSync(folder)).toHaveLength(1);
});

test("what commands leave behind is no change", async () => {
  const { root, step } = watched();
  await step();
  for (const folder of ["report", "node_modules/x", ".attempts", ".git"]) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, "file"), "");
  }
  expect(await step()).toMatchObject({ ran: false });
});

test("what failed, or changed while it ran, or is damaged, runs again", async () => {
  const { root, folder, step } = watched();
  const failed = { ...passed, failed: 1 };
  expect(await step(failed)).toEqual({ ran: true, found: failed });
  expect(await step(passed, () => writeFileSync(join(root, "c.ts"), "meanwhile"))).toMatchObject({
    ran: true,
  });
  expect(await step()).toMatchObject({ ran: true });
  expect(await step()).toMatchObject({ ran: false });
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "{}");
  expect(await step()).toMatchObject({ ran: true });
});
