import { expect, test } from "vitest";
import { EngineError } from "../../graders/engine/errors.ts";
import { callersFolder, explain, flagsLostToNpm } from "./command.ts";
import { UsageError } from "./usage-error.ts";

test("what was foreseen is told alone; a bug of ours with all that we know", () => {
  expect(explain(new UsageError("Give one name."))).toBe("Give one name.");
  expect(explain(new EngineError("The graders do not build."))).toBe("The graders do not build.");
  const bug = new TypeError("x is not a function");
  expect(explain(bug)).toBe(`This is a bug of ours, please report it.\n${bug.stack}`);
  expect(explain("thrown text")).toBe("This is a bug of ours, please report it.\nthrown text");
});

test("paths count from where npm was called, for our own script only", () => {
  const env = { npm_lifecycle_event: "test", INIT_CWD: "/dojo/exercises" };
  expect(callersFolder("test", env, "/dojo")).toBe("/dojo/exercises");
  expect(callersFolder("score", env, "/dojo")).toBe("/dojo");
  expect(callersFolder("test", {}, "/dojo")).toBe("/dojo");
});

test("flags that npm kept to itself are noticed", () => {
  const env = { npm_lifecycle_event: "score", npm_config_min: "60", npm_config_json: "true" };
  expect(flagsLostToNpm("score", ["json", "min"], env)).toBe(
    "npm kept --json and --min to itself. Put `--` first: npm run score -- --json …",
  );
  expect(flagsLostToNpm("score", ["json", "min"], { npm_lifecycle_event: "score" })).toBe(undefined);
  expect(flagsLostToNpm("test", ["json", "min"], env)).toBe(undefined);
});
