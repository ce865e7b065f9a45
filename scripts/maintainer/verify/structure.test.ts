import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import type { Fact } from "../evidence/facts.ts";
import { allIds, readPieces } from "../evidence/project-files.ts";
import { mapFact, pieceFacts, strayFacts, stubRecordFact } from "./structure.ts";

const files = {
  "exercises/README.md": "| 03 | [The x](03-x/README.md) |",
  "exercises/03-x/README.md": "# 03 · The x\n",
  "exercises/03-x/x.ts": "stub\n",
  "exercises/03-x/.grader.ts": 'import { exercise } from "../../graders/vitest.ts";\n\nexercise("03-x");\n',
  "graders/03-x.ts": "",
  "graders/misconceptions/shared.ts": "",
  "graders/03-x.test.ts": "",
  "solutions/03-x/x.ts": "",
  "solutions/03-x/also-correct/a.ts": "",
  "solutions/03-x/wrong/b.ts": "",
  "solutions/03-x/equivalent-mutants.json": "{}",
};
const project = (more: Record<string, string> = {}, less: (keyof typeof files)[] = []) => {
  const kept = Object.entries(files).filter(([path]) => !less.includes(path as keyof typeof files));
  return temporaryFolder({ ...Object.fromEntries(kept), ...more });
};
const broken = (facts: Fact[]) => facts.flatMap(({ problem }) => problem ?? []);

test("a whole exercise has all its pieces, and nothing strays", () => {
  const root = project();
  expect(allIds(root)).toEqual(["03-x"]);
  expect(
    broken([...pieceFacts(root, "03-x"), ...strayFacts(root, ["03-x"]), mapFact(root, ["03-x"])]),
  ).toEqual([]);
});

test("each missing piece is named with its path", () => {
  const less = ["exercises/03-x/README.md", "graders/03-x.ts", "solutions/03-x/x.ts"] as const;
  expect(broken(pieceFacts(project({}, [...less]), "03-x"))).toEqual(
    less.map((path) => expect.stringContaining(`${path} is missing`)).sort(),
  );
});

test("an exercise is known if any of the three trees has it", () => {
  const root = temporaryFolder({
    "exercises/01-a/a.ts": "",
    "solutions/02-b/b.ts": "",
    "graders/03-c.ts": "",
  });
  expect(allIds(root)).toEqual(["01-a", "02-b", "03-c"]);
});

test("a .grader.ts for another exercise is shown how it should be", () => {
  const root = project({ "exercises/03-x/.grader.ts": 'exercise("04-y");' });
  expect(broken(pieceFacts(root, "03-x"))).toEqual([
    'exercises/03-x/.grader.ts should hold just this:\nimport { exercise } from "../../graders/vitest.ts";\n\nexercise("03-x");',
  ]);
});

test("what does not belong is named; what an operating system leaves is not", () => {
  const root = project({
    "exercises/notes.md": "",
    "solutions/README.md": "",
    "exercises/03-x/x.bak": "",
    "exercises/.DS_Store": "",
    "solutions/03-X/x.ts": "",
    "solutions/03-x/maybe/c.ts": "",
    "solutions/03-x/wrong/c.js": "",
  });
  expect(broken(strayFacts(root, ["03-x"]))).toEqual([
    "Move or remove exercises/notes.md, solutions/03-X, solutions/README.md, exercises/03-x/x.bak, solutions/03-x/maybe, solutions/03-x/wrong/c.js.",
  ]);
});

test("the map of the course has each exercise by the title of its README", () => {
  const more = {
    "exercises/03-x/README.md": "# 03 · Another\n",
    "exercises/04-y/README.md": "# 04 · The y\n",
  };
  const problem = "Write into exercises/README.md: [Another](03-x/README.md), [The y](04-y/README.md).";
  expect(mapFact(project(more), ["03-x", "04-y"]).problem).toBe(problem);
});

test("two exercises cannot share a number", () => {
  expect(broken(strayFacts(project(), ["03-x", "03-y", "04-z"]))).toEqual(["Rename one of 03-x, 03-y."]);
});

test("the stub is the recorded one, whatever its line ends, or it is said how to record it", () => {
  const pieces = readPieces(project(), "03-x");
  expect(stubRecordFact(pieces, { "03-x": "stub\r\n" }).problem).toBe(undefined);
  for (const stubs of [{}, { "03-x": "other\n" }] as Record<string, string>[]) {
    expect(stubRecordFact(pieces, stubs).problem).toContain("npm run verify -- --only 03 --write-stubs");
  }
});
