// How vitest runs the exercises: for editors, and for those who call vitest themselves.
import { defineConfig } from "vitest/config";
import { exercisesProject, watchTriggers } from "./graders/project.js";

export default defineConfig({
  test: { watchTriggerPatterns: watchTriggers, projects: [{ extends: true, test: exercisesProject() }] },
});
