// How vitest runs the exercises: for editors, and for those who call vitest themselves.
import { defineConfig } from "vitest/config";
import { editorProject, watchTriggers } from "./graders/editors.js";

const { plugins, test } = editorProject();

export default defineConfig({
  test: { watchTriggerPatterns: watchTriggers, projects: [{ extends: true, plugins, test }] },
});
