// What vitest runs: `exercises` is the student's side (the only one that `npm test` uses), `unit` the project's own tests.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The graders read an exercise's folder themselves, so no import tells vitest which of its files matter: all do.
    watchTriggerPatterns: [
      {
        pattern: /exercises\/([^/]+)\/.*\.ts$/,
        testsToRun: (_file, match) => `exercises/${match[1]}/.grader.ts`,
      },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: "exercises",
          include: ["exercises/*/.grader.ts"],
          // Student code runs in a sandboxed process of its own, so workers need no isolation from each other; threads
          // without it start 0.15 s sooner than vitest's default.
          pool: "threads",
          isolate: false,
          // Node runs our TypeScript as it is: without vite's transform the graders load faster.
          server: { deps: { external: [/[\\/]graders[\\/]/] } },
          // The engine has its own limits, and says what exceeded them; vitest's would only say "timed out".
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
      {
        extends: true,
        test: { name: "unit", include: ["graders/**/*.test.ts", "scripts/**/*.test.ts"] },
      },
    ],
  },
});
