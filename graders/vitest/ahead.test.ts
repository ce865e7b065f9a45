import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { answerAhead, askAhead } from "./ahead.ts";
import type { GradedCheck } from "./graded.ts";

const checks = (id: string): GradedCheck[] => [{ title: `promise of ${id}`, untouched: "todo" }];

test("each question gets its own answer, whatever order they are ready in", async () => {
  const slow = Promise.withResolvers<GradedCheck[]>();
  const ahead = answerAhead((id) => (id === "01-a" ? slow.promise : Promise.resolve(checks(id))));
  onTestFinished(() => ahead.close());
  const first = askAhead("01-a");
  expect(await askAhead("02-b")).toEqual(checks("02-b"));
  slow.resolve(checks("01-a"));
  expect(await first).toEqual(checks("01-a"));
});

test("a worker thread gets its answer from the main thread", async () => {
  const ahead = answerAhead(async (id) => checks(id));
  onTestFinished(() => ahead.close());
  const module = JSON.stringify(new URL("./ahead.ts", import.meta.url).href);
  const code = `import { parentPort } from "node:worker_threads";
    const { askAhead } = await import(${module});
    parentPort.postMessage(await askAhead("03-c"));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  onTestFinished(async () => void (await worker.terminate()));
  const answer = await new Promise((resolve, reject) =>
    worker.once("message", resolve).once("error", reject),
  );
  expect(answer).toEqual(checks("03-c"));
});
