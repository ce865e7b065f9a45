// What vitest runs: `exercises` is the student's side (the only one that `npm test` uses), the others are the project's
// own tests.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { exercisesProject, watchTriggers } from "./graders/vitest/project.ts";

const tests = ["graders/**/*.test.ts", "scripts/**/*.test.ts"];
const endToEnd = "**/*end-to-end.test.ts";

export default defineConfig({
  test: {
    watchTriggerPatterns: watchTriggers,
    maxWorkers: availableParallelism(),
    // Generous, since a busy machine takes its time: a limit is there for what never ends.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      { extends: true, test: { name: "exercises", ...exercisesProject() } },
      {
        extends: true,
        test: {
          name: "unit",
          include: tests,
          exclude: [endToEnd],
          // What starts nothing and changes nothing outside of itself needs no process of its own.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "end-to-end", include: [endToEnd] },
      },
    ],
  },
});
