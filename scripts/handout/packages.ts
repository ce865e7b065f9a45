// The student edition's package.json and package-lock.json: what it needs of ours, at the same versions.
import { UsageError } from "../lib/usage-error.ts";

export interface Manifest {
  version: string;
  description: string;
  license: string;
  engines: Record<string, string>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

export interface Lock {
  name: string;
  version: string;
  lockfileVersion: number;
  requires: boolean;
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  [other: string]: unknown;
}

/** The commands of a student. All others are for those who have the solutions. */
const COMMANDS = ["start", "test", "watch", "score", "list", "next", "hint", "reset", "classroom"];
/** Needed beside what our own code imports: for the git hook, editors, and vitest's page. */
const TOOLS = ["@biomejs/biome", "@types/node", "@vitest/ui", "husky", "typescript", "vitest"];
const NAME = "async-dojo-exercises";

/** Of each command that there is the source, relative to the project. */
export function studentCommands({ scripts }: Manifest): Record<string, string> {
  const entries = COMMANDS.flatMap((name) => {
    const source = /\bscripts\/\S+\.ts\b/.exec(scripts[name] ?? "")?.[0];
    return source === undefined ? [] : [[name, source]];
  });
  return Object.fromEntries(entries);
}

/** `packages`: the names of those that the bundled code imports. */
export function studentManifest(
  { version, description, license, engines, scripts, dependencies, optionalDependencies }: Manifest,
  commands: Record<string, string>,
  packages: readonly string[],
) {
  const needed = [...new Set([...packages, ...TOOLS])].sort();
  const missing = needed.find((name) => dependencies[name] === undefined);
  if (missing)
    throw new UsageError(`package.json does not name ${missing}, which the students' commands import.`);
  const started = Object.entries(commands).map(([name, source]) => [
    name,
    scripts[name]!.replace(source, `graders/${name}.js`),
  ]);
  return {
    name: NAME,
    version,
    description,
    private: true,
    license,
    type: "module",
    // By this our commands know a student edition.
    asyncDojo: { edition: "student" },
    engines,
    scripts: { ...Object.fromEntries(started), prepare: scripts.prepare },
    dependencies: Object.fromEntries(needed.map((name) => [name, dependencies[name]!])),
    optionalDependencies,
  };
}

/** The part of our lock file that installs this package.json. Throws a UsageError where the lock file lacks something. */
export function prunedLock(lock: Lock, manifest: ReturnType<typeof studentManifest>): Lock {
  const { name, version, license, engines, dependencies, optionalDependencies } = manifest;
  const kept = new Set<string>();
  const keep = (path: string): void => {
    if (kept.has(path)) return;
    kept.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path]!;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = resolved(lock, path, needed);
      if (found !== undefined) keep(found);
    }
  };
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const path = `node_modules/${needed}`;
    if (!lock.packages[path]) throw new UsageError(`package-lock.json lacks ${needed}. Run: npm install`);
    keep(path);
  }
  const root = { name, version, license, engines, dependencies, optionalDependencies };
  const packages = Object.entries(lock.packages).filter(([path]) => kept.has(path));
  return {
    name,
    version,
    lockfileVersion: lock.lockfileVersion,
    requires: lock.requires,
    packages: { "": root, ...Object.fromEntries(packages) },
  };
}

/** The path of the package that `needed` means in the package at `path`: the nearest one, as Node looks for it. */
function resolved({ packages }: Lock, path: string, needed: string): string | undefined {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    const found = from === "" ? `node_modules/${needed}` : `${from}/node_modules/${needed}`;
    if (packages[found]) return found;
    if (from === "") return undefined;
  }
}
