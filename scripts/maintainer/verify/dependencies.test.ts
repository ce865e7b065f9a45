// Whose packages are whose: `npm ci --omit=dev` brings what students and teachers need, and nothing else.
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const MAINTAINERS = ["verify", "mutants", "new", "catalogue", "bench", "conformance"];
/** What the sandbox's program and vitest load by themselves. */
const LOADED = [
  "@sinonjs/fake-timers",
  "@types/node",
  "@vitest/ui",
  "buffer",
  "fast-check",
  "ses",
  "web-streams-polyfill",
];

test("students' and teachers' commands import dependencies, and every dependency is imported", async () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const commands = Object.entries<string>(scripts).flatMap(([name, command]) =>
    MAINTAINERS.includes(name) ? [] : (/^node (\S+\.ts)$/.exec(command)?.[1] ?? []),
  );
  expect(commands.length).toBeGreaterThan(10);
  const { metafile } = await build({
    entryPoints: [...commands, "vitest.config.ts", "graders/vitest/grading-thread.ts"],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: "nowhere",
    write: false,
    metafile: true,
    logLevel: "silent",
    absWorkingDir: ROOT,
  });
  const imported = Object.values(metafile.outputs).flatMap((output) =>
    output.imports.flatMap(({ path, external }) =>
      external && !isBuiltin(path) ? [/^(@[^/]+\/)?[^/]+/.exec(path)![0]] : [],
    ),
  );
  const needed = new Set([...imported, ...LOADED]);
  expect([...needed].sort()).toEqual(Object.keys(dependencies).sort());
});
