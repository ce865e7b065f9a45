// A copy of the project with one small exercise, for tests that run our commands as a person would.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = dirname(dirname(import.meta.dirname));
const COPIED = [
  "graders/engine",
  "graders/kit",
  "graders/timeline",
  "graders/trace",
  "graders/world",
  "graders/vitest",
  "graders/vitest.ts",
  "graders/misconceptions",
  "scripts",
];
/** Of no use there. */
const LEFT_OUT = /\.test\.ts$|[\\/](hostile|fixtures)$/;

export const stub = `// Exercise 03: three calls at once.

/** Resolves to the results of calls 1, 2 and 3, in that order. */
export function fetchAll(fetchApi: (id: number) => Promise<string>): Promise<string[]> {
  // TODO: call fetchApi three times.
  throw new Error("Not implemented yet");
}
`;

export const rightAnswer =
  "export const fetchAll = (fetchApi: (id: number) => Promise<string>) => Promise.all([1, 2, 3].map(fetchApi));\n";

const grader = `import { called, fulfilled } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";

type Student = { fetchAll(fetchApi: (id: number) => Promise<string>): Promise<string[]> };

const scenario = (takes: number) => (world: any, { fetchAll }: Student) =>
  fetchAll(world.service("fetchApi", { takes, returns: (id: number) => "data " + id }));
const value = ["data 1", "data 2", "data 3"];

export default grader<Student>("03-three", [
  check("time", "fetches all three in the time of the slowest", {
    points: 4,
    scenario: scenario(1000),
    expect: (trace) => [fulfilled(trace, { at: 1000, value, otherwise: "sequential-await" })],
  }),
  check("varied", "takes as long as the calls do", {
    points: 2,
    scenario: scenario(70),
    expect: (trace) => [fulfilled(trace, { at: 70, value, otherwise: "sequential-await" })],
  }),
  check("once", "calls three times", {
    points: 2,
    scenario: scenario(10),
    expect: (trace) => [called(trace, "fetchApi", { times: 3 })],
  }),
  check("arguments", "asks for 1, 2 and 3", {
    points: 2,
    scenario: scenario(10),
    expect: (trace) => [called(trace, "fetchApi", { args: [[1], [2], [3]] })],
  }),
]);
`;

const ours: Record<string, string> = {
  "package.json": '{ "name": "small-dojo", "type": "module" }\n',
  "exercises/03-three/README.md": "# 03\n",
  "exercises/03-three/three.ts": stub,
  "exercises/03-three/.grader.ts":
    'import { exercise } from "../../graders/vitest.ts";\n\nexercise("03-three");\n',
  "graders/03-three.ts": grader,
  "graders/stubs.json": JSON.stringify({ "03-three": stub }),
  "solutions/03-three/three.ts": rightAnswer,
};

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export interface SmallProject {
  root: string;
  write(path: string, text: string): void;
  /** Runs `node ARGS` in it, without a terminal. */
  node(...args: string[]): Promise<Ended>;
  remove(): void;
}

/** The exercise is `03-three`: four checks of 4, 2, 2 and 2 points. Its graders, engine and scripts are this project's. */
export function smallProject(): SmallProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-")));
  const root = join(folder, "project");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of [...COPIED, "vitest.config.ts", "tsconfig.json", "biome.json"]) {
    cpSync(join(ROOT, path), join(root, path), {
      recursive: true,
      filter: (source) => !LEFT_OUT.test(source),
    });
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  for (const [path, text] of Object.entries(ours)) write(path, text);
  return {
    root,
    write,
    node: (...args) => run(root, args, { ...environment(), NODE_COMPILE_CACHE: join(folder, "compiled") }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What vitest sets for its own workers must not reach the vitest that the command starts. */
export function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV|NODE_OPTIONS|npm_|INIT_CWD|FORCE_COLOR)/.test(name),
  );
  return { ...Object.fromEntries(kept), COLUMNS: "80", NO_COLOR: "1" };
}

function run(cwd: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}
