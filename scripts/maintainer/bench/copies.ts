// Copies to measure in: a student's clone with 03 solved, and a project that has nothing but vitest and one empty test.
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const COPIED = [
  "exercises",
  "graders",
  "scripts",
  "solutions",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
];
const ANSWER = join("exercises", "03-three-apis", "three-apis.ts");

export const emptyTest = 'import { test } from "vitest";\n\ntest("does nothing", () => {});\n';

export interface Copies {
  ours: string;
  bare: string;
  /** 03's file in `ours`, which holds the reference solution, and the empty test in `bare`. */
  answer: string;
  test: string;
  remove(): void;
}

export function makeCopies(): Copies {
  const folder = mkdtempSync(join(tmpdir(), "async-dojo-bench-"));
  const [ours, bare] = [join(folder, "ours"), join(folder, "bare")];
  for (const path of COPIED) cpSync(join(ROOT, path), join(ours, path), { recursive: true });
  const answer = join(ours, ANSWER);
  cpSync(join(ROOT, "solutions", "03-three-apis", "three-apis.ts"), answer);
  cpSync(join(ROOT, "tsconfig.json"), join(bare, "tsconfig.json"));
  const test = join(bare, "empty.test.ts");
  writeFileSync(test, emptyTest);
  writeFileSync(join(bare, "package.json"), '{ "type": "module", "scripts": { "test": "vitest run" } }\n');
  for (const root of [ours, bare])
    symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  return { ours, bare, answer, test, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
