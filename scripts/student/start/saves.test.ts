import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { watchSaves } from "./saves.ts";

/** `seen` resolves when each of these ids was told since the last time; a save can be told more than once. */
async function watched() {
  const root = temporaryFolder({
    "exercises/03-x/x.ts": "",
    "exercises/03-x/README.md": "",
    "exercises/04-y/y.ts": "",
    "solutions/03-x/x.ts": "",
  });
  const told = new Set<string>();
  const ever = new Set<string>();
  let heard = () => {};
  const watcher = watchSaves(root, ["03-x", "04-y"], {
    saved: (ids) => {
      for (const id of ids) {
        told.add(id);
        ever.add(id);
      }
      heard();
    },
    blind: (reason) => expect.unreachable(reason),
  });
  onTestFinished(() => watcher.close());
  await watcher.ready;
  return {
    root,
    /** All that was ever told. */
    ever,
    async seen(...ids: string[]) {
      while (!ids.every((id) => told.has(id))) await new Promise<void>((resolve) => (heard = resolve));
      told.clear();
    },
    write: (path: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), "text");
    },
  };
}

test("what is not a student's tells nothing", async () => {
  const { ever, seen, write } = await watched();
  write("solutions/03-x/x.ts");
  write("exercises/03-x/README.md");
  write("exercises/03-x/.grader.ts");
  write("exercises/05-unknown/unknown.ts");
  write("exercises/04-y/y.ts");
  await seen("04-y");
  expect(ever).toEqual(new Set(["04-y"]));
});

test("saved, new and deleted files tell their exercise, and whole folders go and come back", async () => {
  const { root, seen, write } = await watched();
  write("exercises/03-x/x.ts");
  await seen("03-x");
  write("exercises/04-y/helpers/own.ts");
  await seen("04-y");
  rmSync(join(root, "exercises/03-x/x.ts"));
  await seen("03-x");
  rmSync(join(root, "exercises"), { recursive: true });
  await seen("04-y");
  write("exercises/04-y/y.ts");
  await seen("04-y");
});
