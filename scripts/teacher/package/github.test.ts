// The workflow for a class: filled in, never written over, and its scripts are bash.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { githubWorkflow } from "./github.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));

function outFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
const options = { name: "github", repository: "ada/async-dojo", only: ["03-three-apis"] } as const;

test("it grades with this commit, and what it runs is bash", async () => {
  const out = outFolder();
  const { path } = await githubWorkflow(ROOT, { ...options, only: [...options.only], out });
  expect(path).toBe(join(out, ".github/workflows/grade-class.yml"));
  const written = readFileSync(path, "utf8");
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  expect(written).toContain(`repository: "ada/async-dojo"\n          ref: "${commit}"\n`);
  expect(written).toContain("ONLY: ${{ inputs.only || '03-three-apis' }}");
  expect(written).not.toMatch(/@[A-Z]+@/);
  const ours = [...written.matchAll(/dojo\/([\w./-]+)/g)]
    .map(([, file]) => file!)
    .filter((file) => file.includes("."));
  expect(ours).toContain("scripts/teacher/gradebook/schema.ts");
  for (const file of ours) expect(existsSync(join(ROOT, file)), file).toBe(true);
  const scripts = [...written.matchAll(/run: \|\n((?: {10}.*\n)+)/g)].map(([, script]) => script!);
  expect(scripts).toHaveLength(3);
  for (const script of scripts) execFileSync("bash", ["-n"], { input: script });
});

test("one that was changed by hand is never written over", async () => {
  const out = outFolder();
  const write = () => githubWorkflow(ROOT, { ...options, only: [...options.only], out });
  const { path } = await write();
  await write();
  writeFileSync(path, "mine\n");
  await expect(write()).rejects.toThrow("is not what would be written. Move it away");
  expect(readFileSync(path, "utf8")).toBe("mine\n");
});
