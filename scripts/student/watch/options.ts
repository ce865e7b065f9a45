// What vitest is given to watch exercises.
import { join, sep } from "node:path";
import type { CliOptions } from "vitest/node";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { exercisesProject } from "../../../graders/vitest/project.ts";
import type { TestOptions } from "../test/arguments.ts";
import { gate, secretBase } from "./gate.ts";
import type { WatchReporter } from "./reporter.ts";

/** The page is for the student's own machine. If the port is taken, the next one is. */
const ADDRESS = { host: "127.0.0.1", port: 51204 };

export interface Watched {
  root: string;
  chosen: string[];
  grading: Grading;
  reporter: WatchReporter;
}

/** vitest's options, and Vite's. */
export function watchOptions({ testNamePattern }: TestOptions, { root, chosen, grading, reporter }: Watched) {
  const exercises = join(root, "exercises");
  const base = secretBase();
  const options: CliOptions = {
    root,
    config: false,
    ...exercisesProject({ grading }),
    include: chosen.map((id) => `exercises/${id}/.grader.ts`),
    // What reruns is in saves.ts.
    watch: true,
    ui: true,
    uiBase: base,
    // The reporter opens the page: vitest would open it without its token.
    open: false,
    // Nothing is to be written from the page: what it could edit is the file that lets vitest find the exercise.
    api: { ...ADDRESS, allowWrite: false, allowExec: true },
    reporters: [reporter],
    ...(testNamePattern === undefined ? {} : { testNamePattern }),
  };
  const ignored = (path: string) => path !== root && path !== exercises && !path.startsWith(exercises + sep);
  return {
    options,
    vite: { plugins: [gate(base)], server: { cors: false, watch: { ignored: [ignored] } } },
  };
}
