import { expect, test } from "vitest";
import { type Lock, type Manifest, prunedLock, studentCommands, studentManifest } from "./packages.ts";

const tools = {
  "@biomejs/biome": "1.0.0",
  "@types/node": "1.0.0",
  "@vitest/ui": "1.0.0",
  husky: "1.0.0",
  typescript: "1.0.0",
  vitest: "1.0.0",
};
const manifest: Manifest = {
  version: "1.2.3",
  description: "d",
  license: "MIT",
  engines: { node: ">=20" },
  scripts: {
    test: "node scripts/test.ts",
    start: "node --enable-source-maps scripts/start.ts",
    play: "node scripts/play.mjs",
    grade: "node scripts/grade.ts",
    prepare: "node .husky/install.mjs",
  },
  dependencies: { vitest: tools.vitest, "@vitest/ui": tools["@vitest/ui"], a: "1.0.0", teacher: "1.0.0" },
  devDependencies: { ...tools, maintainer: "1.0.0" },
  optionalDependencies: { "node-x": "26.0.0" },
};
const commands = { start: "scripts/start.ts", test: "scripts/test.ts", play: "scripts/play.mjs" };

test("the students' commands, and no others, run what is bundled", () => {
  expect(studentCommands(manifest)).toEqual(commands);
  expect(studentManifest(manifest, commands, ["a"])).toEqual({
    name: "async-dojo-exercises",
    version: "1.2.3",
    description: "d",
    private: true,
    license: "MIT",
    type: "module",
    asyncDojo: { edition: "student" },
    engines: { node: ">=20" },
    scripts: {
      start: "node --enable-source-maps graders/start.js",
      test: "node graders/test.js",
      play: "node graders/play.js",
      prepare: "node .husky/install.mjs",
    },
    dependencies: { ...tools, a: "1.0.0" },
    optionalDependencies: { "node-x": "26.0.0" },
  });
  expect(() => studentManifest(manifest, commands, ["b"])).toThrow("package.json does not name b");
});

test("the lock file keeps what the packages need, each as near as Node looks for it", () => {
  const packages: Lock["packages"] = {
    "": { dependencies: { a: "1.0.0" } },
    ...Object.fromEntries(Object.keys(tools).map((name) => [`node_modules/${name}`, { dev: true }])),
    "node_modules/a": {
      dependencies: { b: "1" },
      peerDependencies: { absent: "1", peer: "1", maybe: "1" },
      peerDependenciesMeta: { maybe: { optional: true } },
    },
    "node_modules/a/node_modules/b": { dependencies: { c: "1" }, optionalDependencies: { d: "1" } },
    "node_modules/b": {},
    "node_modules/c": { dependencies: { a: "1" } },
    "node_modules/d": { devOptional: true },
    "node_modules/node-x": { optional: true },
    "node_modules/teacher": { dependencies: { e: "1" } },
    "node_modules/e": {},
    "node_modules/peer": { devOptional: true },
    "node_modules/maybe": {},
  };
  const lock = { name: "ours", version: "1.2.3", lockfileVersion: 3, requires: true, packages };
  const student = studentManifest(manifest, commands, ["a"]);
  const pruned = prunedLock(lock, student);
  const left = ["b", "e", "maybe", "teacher"].map((name) => `node_modules/${name}`);
  expect(Object.keys(pruned.packages)).toEqual(Object.keys(packages).filter((path) => !left.includes(path)));
  const flagged = Object.entries(pruned.packages).filter(([, { dev, devOptional }]) => dev || devOptional);
  const optional = Object.entries(pruned.packages).filter((entry) => entry[1].optional);
  expect([flagged, optional.map(([path]) => path)]).toEqual([[], ["node_modules/d", "node_modules/node-x"]]);
  expect({ ...pruned, packages: pruned.packages[""] }).toEqual({
    name: "async-dojo-exercises",
    version: "1.2.3",
    lockfileVersion: 3,
    requires: true,
    packages: {
      name: "async-dojo-exercises",
      version: "1.2.3",
      license: "MIT",
      engines: { node: ">=20" },
      dependencies: student.dependencies,
      optionalDependencies: student.optionalDependencies,
    },
  });
  delete packages["node_modules/a"];
  expect(() => prunedLock(lock, student)).toThrow("package-lock.json lacks a. Run: npm install");
});
