// Runs the public test suite for Promises/A+ on an answer to 20 (its path), on Node itself, and prints what came of it as
// JSON. It is a program of its own, since the suite changes the language's own prototypes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as FakeTimers from "@sinonjs/fake-timers";
import { transform } from "esbuild";

/** How many tests passed, and of the others what they are called and what they said. */
export interface SuiteResult {
  passed: number;
  failed: string[];
}

// What callbacks get as `this` (2.2.5) is no concern of the exercise: an answer may call them as methods.
const BUT_THIS = "^(?!2\\.2\\.5 )";
// The suite's own limit of 200 ms also looks at the real time that a test took, which a busy machine may not keep.
const TEST_MS = 1_000_000;

if (process.argv[2]) {
  const { code } = await transform(readFileSync(process.argv[2], "utf8"), { loader: "ts", target: "esnext" });
  const { Future } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const adapter = {
    deferred() {
      const promise = new Future();
      const resolve = (value: unknown) => promise.resolve(value);
      const reject = (reason: unknown) => promise.reject(reason);
      return { promise, resolve, reject };
    },
  };
  // Nothing is waited for: the next timer fires when all that came of the one before is done. It is there before the suite
  // is loaded, whose own time limits depend on no machine then.
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  const turn = () =>
    void setImmediate(() => {
      clock.next();
      setImmediate(turn);
    });
  turn();
  const result: SuiteResult = { passed: 0, failed: [] };
  function reporter(runner: NodeJS.EventEmitter): void {
    runner.on("pass", () => result.passed++);
    runner.on("fail", (test: { fullTitle(): string }, error: unknown) =>
      result.failed.push(`${test.fullTitle()}: ${error}`),
    );
  }
  const suite = createRequire(import.meta.url)("promises-aplus-tests");
  suite(adapter, { grep: BUT_THIS, reporter, timeout: TEST_MS }, () => {
    process.stdout.write(JSON.stringify(result), () => process.exit());
  });
}
