import { expect, test } from "vitest";
import type { TestSpecification, Vitest } from "vitest/node";
import { keptOutput } from "../../testing/outputs.ts";
import { WatchReporter } from "./reporter.ts";

const opened: unknown[] = [];
const server = { open: false as unknown };
const vitest = {
  vite: {
    resolvedUrls: { local: ["http://127.0.0.1:51204/"], network: [] },
    config: { server },
    openBrowser: () => opened.push(server.open),
  },
  config: { uiBase: "/secret/vitest/" },
} as unknown as Vitest;
const url = "http://127.0.0.1:51204/secret/";
const specification = (id: string) =>
  ({ moduleId: `/dojo/exercises/${id}/.grader.ts` }) as unknown as TestSpecification;

function session(columns?: number, open = false) {
  const output = keptOutput(columns);
  const reporter = new WatchReporter({ output, root: "/dojo", known: ["01-a"], chosen: ["01-a"], open });
  reporter.onInit(vitest);
  const run = (trigger?: string[]) => {
    if (trigger) reporter.onWatcherRerun([], ...trigger);
    reporter.onTestRunStart([specification("01-a")]);
    reporter.onTestRunEnd([], [], "passed");
    reporter.onWatcherStart();
  };
  return { output, run };
}

test("the page's address comes first, and again with each answer", () => {
  const { output, run } = session();
  run();
  expect(output.text).toBe(
    `In the browser: ${url}\n\nNot your fault: 01-a gave no result.\n\nWaiting for you to save. In the browser: ${url}\n`,
  );
});

test("the browser opens the page, and only if it is to", () => {
  session();
  expect(opened).toEqual([]);
  session(80, true);
  expect(opened).toEqual([url]);
});

test("a re-run says what started it, whatever a file is called", () => {
  const { output, run } = session();
  run(["exercises/01-a/\u001b[2J.ts"]);
  expect(output.text).toMatch(/\n── \S.* {2}exercises\/01-a\/\\u001b\[2J\.ts\n/);
  run([]);
  expect(output.text).toMatch(/\n── \S.* {2}again\n/);
});

test("in a terminal each re-run's answer takes the place of the last one's", () => {
  const { output, run } = session(80);
  run();
  expect(output.text).not.toContain("\u001b[2J");
  run(["a.ts"]);
  expect(output.text).toContain("\u001b[2J\u001b[H");
  expect(output.text).toContain("Keys: r run again, q quit");
});
