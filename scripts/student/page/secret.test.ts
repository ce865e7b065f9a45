import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { secretBase } from "./secret.ts";

function project(): string {
  const root = mkdtempSync(join(tmpdir(), "async-dojo-secret-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

test("the path stays the same, and only the student's own account can read it", () => {
  const root = project();
  const base = secretBase(root);
  expect(base).toMatch(/^\/[\w-]{22}\/$/);
  expect(secretBase(root)).toBe(base);
  const file = join(root, ".cache", "watch.secret");
  expect(readFileSync(file, "utf8")).toBe(base.slice(1, -1));
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("what others could have read, or written, is made anew; where nothing can be kept each start has its own", () => {
  const root = project();
  const base = secretBase(root);
  const file = join(root, ".cache", "watch.secret");
  writeFileSync(file, "short");
  const second = secretBase(root);
  expect(second).not.toBe(base);
  if (process.platform !== "win32") {
    chmodSync(file, 0o644);
    expect(secretBase(root)).not.toBe(second);
  }
  const nowhere = join(file, "below-a-file");
  expect(secretBase(nowhere)).not.toBe(secretBase(nowhere));
});
