import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { SuiteResult } from "./promises-aplus.ts";

const SOLUTIONS = join(dirname(dirname(dirname(import.meta.dirname))), "solutions/20-future");
const PROGRAM = join(import.meta.dirname, "promises-aplus.ts");
/** All 872 but the four about what callbacks get as `this` (2.2.5), which 20 does not grade. */
const TESTS = 868;

const run = promisify(execFile);
async function suiteOn(answer: string): Promise<SuiteResult> {
  const { stdout } = await run(process.execPath, [PROGRAM, join(SOLUTIONS, answer)], { maxBuffer: Infinity });
  return JSON.parse(stdout) as SuiteResult;
}
const alsoCorrect = readdirSync(join(SOLUTIONS, "also-correct")).map((name) => `also-correct/${name}`);

test.concurrent.each(["future.ts", ...alsoCorrect])(
  "the public test suite for Promises/A+ passes on 20-future/%s",
  async (answer) => {
    expect(await suiteOn(answer)).toEqual({ passed: TESTS, failed: [] });
  },
);

test("the suite tells wrong answers: it is run", async () => {
  const { passed, failed } = await suiteOn("wrong/adopts-one-level.ts");
  expect(passed + failed.length).toBe(TESTS);
  expect(failed.length).toBeGreaterThan(100);
  expect(failed[0]).toMatch(/^2\.3\.3: /);
});
