// What decides an exercise's traces, and what decides the verdicts on them: so much of it as did not change need not be
// done again. When in doubt it counts as what decides the traces.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "esbuild";
import { readStubs } from "../compile/stubs.ts";
import { built, childFiles, GRADERS, graderFiles, graderScript, ROOT } from "./bundle.ts";
import { CACHE, write } from "./cache.ts";
import { chosenText } from "./chosen.ts";
import { ownHash, packageVersions } from "./graders-hash.ts";

/** SHA-256, hexadecimal. */
export interface Fingerprint {
  /** Of all that decides the trace of a run: the scenario, the world, the sandbox, the compiler, their packages. */
  scenario: string;
  /** Of all that decides a verdict, its traces given. */
  judge: string;
}

/**
 * The fingerprints of these exercises (ids), without the catalogue: not every engine asks that. Kept in the cache, under
 * the hash of all graders.
 */
export async function fingerprints(ids: readonly string[]): Promise<Record<string, Fingerprint>> {
  const key = digest(`fingerprints ${ownHash()} ${process.version} ${ids.join(" ")}`).slice(0, 16);
  const path = join(CACHE, `fingerprints-${key}.json`);
  const kept = read(path);
  if (kept !== undefined) return JSON.parse(kept) as Record<string, Fingerprint>;
  const made = await computed(ids);
  write(path, JSON.stringify(made));
  return made;
}

async function computed(ids: readonly string[]): Promise<Record<string, Fingerprint>> {
  const [runs, judges] = [await whatRuns(), await whatJudges()];
  const stubs = readStubs();
  const entries = graderFiles([...ids]).map(async (file) => {
    const id = basename(file, ".ts");
    const [scenario, grader] = await Promise.all([graderScript(file), graderOf(file)]);
    const fingerprint = {
      scenario: digest([runs, scenario, chosenText(id) ?? ""].join("\0")),
      judge: digest([judges, grader, stubs[id] ?? ""].join("\0")),
    };
    return [id, fingerprint] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The child's program without graders, and the engine around it without the judge. */
async function whatRuns(): Promise<string> {
  const child = digest(JSON.stringify(await childFiles()));
  const engine = await built(join(GRADERS, "engine/engine.ts"), { format: "esm", packages: "external" }, [
    withoutJudge,
  ]);
  return [child, engine, ...packageVersions(ROOT)].join("\0");
}

/** What decides verdicts alone. What it imports counts as the judge's, too, unless a run needs it. */
const withoutJudge: Plugin = {
  name: "without-judge",
  setup({ onResolve }) {
    onResolve({ filter: /\/(judge|catalogue)\.ts$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The engine, without what it reads about single exercises. */
function whatJudges(): Promise<string> {
  return built(join(GRADERS, "engine/engine.ts"), { format: "esm", packages: "external" }, []);
}

/** The grader itself, with all that it uses of the kit. */
function graderOf(file: string): Promise<string> {
  return built(file, { format: "esm", minifyWhitespace: true, packages: "external" }, []);
}

function digest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
