// What passed once, and nothing has changed since, need not run again here: CI runs all, every time.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as v from "valibot";
import { write } from "../../../graders/engine/edition/cache.ts";
import type { StepResult } from "../evidence/facts.ts";

/** Made by commands, or not the project's: nothing that a test reads. */
const LEFT_OUT = new Set([".git", "node_modules", "report", "dist", ".cache", ".attempts", ".vitest"]);
/** What some tests need of a machine, and are skipped without. */
const TOOLS = ["bwrap", "chromium", "git", "redis-server", "tmux"];

const passedForm = v.object({ passed: v.number(), skipped: v.number() });

/**
 * The step's result of when it last passed on this very tree and machine, or else what `run` gives, which is kept in
 * `folder` if nothing failed. The record of another tree gives way.
 */
export async function unlessUnchanged(
  root: string,
  folder: string,
  run: () => Promise<StepResult>,
): Promise<StepResult> {
  const path = join(folder, `${stateOf(root)}.json`);
  const kept = read(path);
  if (kept) return { ...kept, failed: 0, details: [], unchanged: true };
  const result = await run();
  const { passed, skipped, failed } = result;
  if (failed > 0) return result;
  rmSync(folder, { recursive: true, force: true });
  // What changed while it ran may have passed or not.
  if (path === join(folder, `${stateOf(root)}.json`)) write(path, JSON.stringify({ passed, skipped }));
  return result;
}

/** SHA-256 (hexadecimal) of all files below `root`, of Node, and of which tools there are. */
function stateOf(root: string): string {
  const hash = createHash("sha256").update(`${process.version} ${toolsHere().join()}`);
  const add = (folder: string, name: string): void => {
    for (const entry of readdirSync(join(root, folder)).sort()) {
      if (LEFT_OUT.has(entry)) continue;
      const path = join(root, folder, entry);
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.isDirectory()) add(join(folder, entry), `${name}${entry}/`);
      else if (found) hash.update(`\0${name}${entry}\0`).update(readFileSync(path));
    }
  };
  add("", "");
  return hash.digest("hex");
}

function toolsHere(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return TOOLS.filter((tool) => folders.some((folder) => existsSync(join(folder, tool))));
}

/** Undefined if nothing is kept there, or something else. */
function read(path: string) {
  try {
    return v.parse(passedForm, JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}
