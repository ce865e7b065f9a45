// What vitest is given to watch exercises.
import { join, sep } from "node:path";
import type { CliOptions } from "vitest/node";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { exercisesProject } from "../../../graders/vitest/project.ts";
import { gate } from "../page/gate.ts";
import type { PageServer } from "../page/page-server.ts";
import { pagePlugin } from "../page/plugin.ts";
import type { TestOptions } from "../test/arguments.ts";
import type { WatchReporter } from "./reporter.ts";

/** The page is for the student's own machine. If the port is taken, the next one is. */
const ADDRESS = { host: "127.0.0.1", port: 51204 };

export interface Watched {
  root: string;
  chosen: string[];
  grading: Grading;
  reporter: WatchReporter;
  /** Our page, and its path; vitest's page is below that. */
  page: PageServer;
  base: string;
}

/** vitest's options, and Vite's. */
export function watchOptions(
  { testNamePattern }: TestOptions,
  { root, chosen, grading, reporter, page, base }: Watched,
) {
  const exercises = join(root, "exercises");
  const options: CliOptions = {
    root,
    config: false,
    ...exercisesProject({ grading }),
    include: chosen.map((id) => `exercises/${id}/.grader.ts`),
    // What reruns is in saves.ts.
    watch: true,
    ui: true,
    uiBase: `${base}vitest/`,
    // The reporter opens our page: vitest would open its own.
    open: false,
    // Nothing is to be written from the page: what it could edit is the file that lets vitest find the exercise.
    api: { ...ADDRESS, allowWrite: false, allowExec: true },
    reporters: [reporter],
    ...(testNamePattern === undefined ? {} : { testNamePattern }),
  };
  const ignored = (path: string) => path !== root && path !== exercises && !path.startsWith(exercises + sep);
  return {
    options,
    vite: {
      plugins: [gate(base), pagePlugin(base, page)],
      server: { cors: false, watch: { ignored: [ignored] } },
    },
  };
}
