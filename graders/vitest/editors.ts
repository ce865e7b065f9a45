// The exercises as editors know tests, and those who call vitest themselves: each answer is a test file, its checks the
// tests in it. vitest lists a file's tests by parsing it; what it parses here is made of the checks' titles.
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject, Vite } from "vitest/node";
import { OwnExercises } from "../engine/own/own-exercises.ts";
import { exercisesProject } from "./project.ts";

export { watchTriggers } from "./project.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** vitest's options, and Vite's, for the exercises as tests. */
export function editorProject() {
  const { include, ...options } = exercisesProject();
  // Of the many files there may be beside it the answer alone is a test, and where it is gone what lies there still.
  const answers = "exercises/[0-9][0-9]-*/*.ts";
  return { plugins: [asTests()], test: { name: "exercises", ...options, include: [...include, answers] } };
}

function asTests(): Vite.Plugin {
  const exercises = new OwnExercises({
    root: ROOT,
    async open() {
      // By its address: whoever reads vitest's configuration would bundle the whole engine else, each time.
      const { href } = new URL("../engine/engine.ts", import.meta.url);
      const { openEngine }: typeof import("../engine/engine.ts") = await import(href);
      return openEngine();
    },
  });
  return {
    name: "async-dojo:as-tests",
    enforce: "pre",
    configureVitest: ({ project }: { project: TestProject }) => chooseFiles(project),
    async load(path) {
      const id = exerciseOf(path);
      if (id === undefined) return undefined;
      return testsNamed((await exercises.checks(id)).map(({ title }) => title));
    },
  } as Vite.Plugin;
}

/** A file for each exercise; any path in its folder means it. */
function chooseFiles(project: TestProject): void {
  const glob = project.globTestFiles.bind(project);
  project.globTestFiles = async (filters = []) => {
    const all = (await glob()).testFiles.filter((path) => exerciseOf(path) !== undefined);
    const chosen = all.filter(
      (path) => isAnswer(path) || !all.some((other) => isAnswer(other) && beside(other, path)),
    );
    const testFiles = chosen.filter(
      (path) => filters.length === 0 || filters.some((filter) => means(filter, path)),
    );
    return { testFiles, typecheckTestFiles: [] };
  };
}

/** As vitest has it, a filter is a part of the path; one that names a file in the exercise's folder is that folder. */
function means(filter: string, path: string): boolean {
  const folder = dirname(relative(ROOT, path)).split(sep).join("/");
  const wanted = filter.replaceAll("\\", "/");
  return path.replaceAll("\\", "/").includes(wanted) || `${wanted}/`.includes(`${folder}/`);
}

function beside(one: string, other: string): boolean {
  return dirname(one) === dirname(other);
}

/** The exercise that a test file stands for: its answer, or its `.grader.ts`. */
function exerciseOf(path: string): string | undefined {
  const [file = path] = path.split("?");
  const [top, id, name, ...rest] = relative(ROOT, file).split(/[\\/]/);
  const own = top === "exercises" && rest.length === 0 && (name === ".grader.ts" || isAnswer(file));
  return own ? id : undefined;
}

function isAnswer(path: string): boolean {
  const id = basename(dirname(path));
  return /^\d{2}-/.test(id) && path === join(dirname(path), `${id.slice(3)}.ts`);
}

function testsNamed(titles: readonly string[]): string {
  const tests = titles.map((title) => `test(${JSON.stringify(title)}, () => {});`);
  return ['import { test } from "vitest";', ...tests, ""].join("\n");
}
