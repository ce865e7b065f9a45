// What vitest runs: `exercises` is the student's side (the only one that `npm test` uses), `unit` the project's own tests.
import { defineConfig } from "vitest/config";
import { exercisesProject, watchTriggers } from "./graders/vitest/project.ts";

export default defineConfig({
  test: {
    watchTriggerPatterns: watchTriggers,
    projects: [
      { extends: true, test: { name: "exercises", ...exercisesProject() } },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["graders/**/*.test.ts", "scripts/**/*.test.ts"],
          // Many start programs: on a busy machine that takes its time, and a limit is there for what never ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
