// The student edition's package.json and package-lock.json: what it needs of ours, at the same versions.
import { UsageError } from "../../lib/usage-error.ts";

export interface Manifest {
  version: string;
  description: string;
  license: string;
  engines: Record<string, string>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
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
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  [other: string]: unknown;
}

/** The commands of a student. All others are for those who have the solutions. */
const COMMANDS = [
  "start",
  "test",
  "watch",
  "score",
  "list",
  "next",
  "hint",
  "play",
  "compare",
  "reset",
  "classroom",
];
/** Needed beside what our own code imports: for the git hook, editors, and vitest's page. */
const TOOLS = ["@biomejs/biome", "@types/node", "@vitest/ui", "husky", "typescript", "vitest"];
const NAME = "async-dojo-exercises";

/** Of each command that there is the source, relative to the project. */
export function studentCommands({ scripts }: Manifest): Record<string, string> {
  const entries = COMMANDS.flatMap((name) => {
    const source = /\bscripts\/\S+\.m?[jt]s\b/.exec(scripts[name] ?? "")?.[0];
    return source === undefined ? [] : [[name, source]];
  });
  return Object.fromEntries(entries);
}

/** `packages`: the names of those that the bundled code imports. */
export function studentManifest(
  manifest: Manifest,
  commands: Record<string, string>,
  packages: readonly string[],
) {
  const { version, description, license, engines, scripts, optionalDependencies } = manifest;
  // What a student's editor and git hook need is a maintainer's here.
  const dependencies = { ...manifest.devDependencies, ...manifest.dependencies };
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
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
    if (!lock.packages[`node_modules/${needed}`])
      throw new UsageError(`package-lock.json lacks ${needed}. Run: npm install`);
  const root = { name, version, license, engines, dependencies, optionalDependencies };
  const needed = reached({ ...lock, packages: { ...lock.packages, "": root } });
  const packages = Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (path === "" || !needed.all.has(path)) return [];
    const { dev: _, devOptional: __, optional: ___, ...rest } = entry;
    return [[path, needed.surely.has(path) ? rest : { ...rest, optional: true }]];
  });
  return {
    name,
    version,
    lockfileVersion: lock.lockfileVersion,
    requires: lock.requires,
    packages: { "": root, ...Object.fromEntries(packages) },
  };
}

/** The paths of what the root package needs; `surely`: also where what is optional does not install. */
function reached(lock: Lock): { all: Set<string>; surely: Set<string> } {
  const found = { all: new Set<string>(), surely: new Set<string>() };
  const follow = (path: string, into: Set<string>, optionals: boolean): void => {
    if (into.has(path)) return;
    into.add(path);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
      lock.packages[path]!;
    // npm brings no peer that is optional.
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (name) => !peerDependenciesMeta?.[name]?.optional,
    );
    const names = [...Object.keys({ ...dependencies, ...(optionals && optionalDependencies) }), ...peers];
    for (const name of names) {
      const next = resolved(lock, path, name);
      if (next !== undefined) follow(next, into, optionals);
    }
  };
  follow("", found.all, true);
  follow("", found.surely, false);
  return found;
}

/** The path of the package that `needed` means in the package at `path`: the nearest one, as Node looks for it. */
function resolved({ packages }: Lock, path: string, needed: string): string | undefined {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    const found = from === "" ? `node_modules/${needed}` : `${from}/node_modules/${needed}`;
    if (packages[found]) return found;
    if (from === "") return undefined;
  }
}
