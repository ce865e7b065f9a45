// What vitest runs. By itself, as in an editor, that is the student's side: the exercises. The project's own tests are run
// where they are asked for by name, as `npm run verify` does: `npx vitest run --project unit`.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { editorProject, watchTriggers } from "./graders/vitest/editors.ts";

const tests = ["graders/**/*.test.ts", "scripts/**/*.test.ts"];
const endToEnd = "**/*end-to-end.test.ts";

const { plugins, test: exercises } = editorProject();
const ours = [
  {
    extends: true as const,
    test: {
      name: "unit",
      include: tests,
      exclude: [endToEnd],
      // What starts nothing and changes nothing outside of itself needs no process of its own.
      isolate: false,
    },
  },
  { extends: true as const, test: { name: "end-to-end", include: [endToEnd] } },
];
const byName = process.argv.some((argument) => argument.startsWith("--project"));

export default defineConfig({
  test: {
    watchTriggerPatterns: watchTriggers,
    maxWorkers: availableParallelism(),
    // Generous, since a busy machine takes its time: a limit is there for what never ends.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [{ extends: true, plugins, test: exercises }, ...(byName ? ours : [])],
  },
});
