// Facts about the project's files that need nobody graded: all pieces there, named alike, nothing besides.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "../../lib/exercise-ids.ts";
import { idPattern, titleOf } from "../../lib/exercises.ts";
import { DIAGNOSIS } from "../catalogue/quality.ts";
import { EQUIVALENTS } from "../evidence/equivalents.ts";
import { type Fact, fact } from "../evidence/facts.ts";
import { type ExercisePieces, GENERATED, namesIn, readText } from "../evidence/project-files.ts";
import { graderFile } from "../new/templates.ts";

const SOLUTION_FOLDERS = ["also-correct", "wrong"];
/** The map of the course. */
const MAP = "exercises/README.md";
// What an editor or operating system leaves behind, and git ignores.
const ignored = (name: string) => name === ".DS_Store" || name === "node_modules";

/** That each piece of the exercise is where it belongs. */
export function pieceFacts(root: string, id: string): Fact[] {
  const entry = `${slugOf(id)}.ts`;
  const pieces = {
    [`exercises/${id}/${entry}`]: "the stub",
    [`exercises/${id}/README.md`]: "the task",
    [`graders/${id}.ts`]: "the grader",
    [`solutions/${id}/${entry}`]: "the reference solution",
  };
  const found = Object.entries(pieces).map(([path, what]) => {
    const there = readText(join(root, path)) !== undefined;
    return fact(`${id}: has ${what}`, !there && `${path} is missing. Write it, or remove the rest of ${id}.`);
  });
  const vitest = `exercises/${id}/.grader.ts`;
  const text = readText(join(root, vitest));
  const wanted = graderFile(id);
  return [
    ...found,
    fact(
      `${id}: vitest finds it`,
      text !== wanted && `${vitest} should hold just this:\n${wanted.trimEnd()}`,
    ),
  ];
}

/** That no two exercises share a number, and that there is nothing in exercises/ and solutions/ that does not belong. */
export function strayFacts(root: string, ids: string[]): Fact[] {
  const strays = [
    ...["exercises", "solutions"].flatMap((tree) =>
      namesIn(join(root, tree))
        .filter((name) => !idPattern.test(name) && !ignored(name))
        .map((name) => `${tree}/${name}`)
        .filter((path) => path !== MAP && path !== `solutions/${DIAGNOSIS}`),
    ),
    ...ids.flatMap((id) => [
      ...unexpected(root, `exercises/${id}`, [`${slugOf(id)}.ts`, "README.md", ".grader.ts"]),
      ...unexpected(root, `solutions/${id}`, [
        `${slugOf(id)}.ts`,
        EQUIVALENTS,
        GENERATED,
        ...SOLUTION_FOLDERS,
      ]),
      ...SOLUTION_FOLDERS.flatMap((folder) => notTypeScript(root, `solutions/${id}/${folder}`)),
    ]),
  ];
  const numbers = ids.map((id) => id.slice(0, 2));
  const twice = ids.filter((id) => numbers.filter((number) => number === id.slice(0, 2)).length > 1);
  return [
    fact(
      "nothing strays in exercises/ and solutions/",
      strays.length > 0 && `Move or remove ${strays.join(", ")}.`,
    ),
    fact("every exercise has a number of its own", twice.length > 0 && `Rename one of ${twice.join(", ")}.`),
  ];
}

/** That the map of the course links to every exercise that there is, by its title. */
export function mapFact(root: string, ids: string[]): Fact {
  const map = readText(join(root, MAP)) ?? "";
  const lost = ids
    .filter((id) => readText(join(root, `exercises/${id}/README.md`)) !== undefined)
    .map((id) => `[${titleOf(root, id)}](${id}/README.md)`)
    .filter((link) => !map.includes(link));
  return fact(
    "the map of the course has every exercise",
    lost.length > 0 && `Write into ${MAP}: ${lost.join(", ")}.`,
  );
}

function unexpected(root: string, folder: string, expected: string[]): string[] {
  return namesIn(join(root, folder))
    .filter((name) => !expected.includes(name) && !ignored(name))
    .map((name) => `${folder}/${name}`);
}

function notTypeScript(root: string, folder: string): string[] {
  const entries =
    namesIn(join(root, folder)).length > 0 ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
  return entries
    .filter((entry) => !(entry.isFile() && entry.name.endsWith(".ts")) && !ignored(entry.name))
    .map(({ name }) => `${folder}/${name}`);
}

/** That the record of stubs is what students get. */
export function stubRecordFact({ id, stub, entry }: ExercisePieces, stubs: Record<string, string>): Fact {
  const name = `${id}: its stub is the recorded one`;
  if (stub === undefined) return fact(name, `exercises/${id}/${entry} is missing.`);
  const same = stubs[id]?.replaceAll("\r\n", "\n") === stub;
  const remedy = `If the file is as students should get it: npm run verify -- --only ${id.slice(0, 2)} --write-stubs`;
  return fact(
    name,
    !same && `graders/stubs.json holds another stub than exercises/${id}/${entry}. ${remedy}`,
  );
}
