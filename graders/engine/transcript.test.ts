// A transcript answers the same runs as those it was written of, and no others.
import { expect, test } from "vitest";
import { emptyTrace } from "../trace/trace.ts";
import type { Asking, Ending, Runs } from "./runs.ts";
import type { Input } from "./sandbox/protocol.ts";
import type { Answer } from "./sandbox/run.ts";
import { isTranscript, Replayed, Transcribed, type Transcript } from "./transcript.ts";

const trace: Answer = { kind: "trace", trace: { ...emptyTrace(), end: "quiet" }, bytes: 9 };
const died: Ending = {
  died: { kind: "died", outcome: "time-limit", detail: "", status: { phase: "timer", at: 3 } },
  stopped: true,
};
const inputs: Input[] = [[1], [2]];
const asking = (check: string, trail = false): Asking => ({ check, seed: 1, trail });

/** Runs that are answered so, one request after another. */
function answering(...requests: { answers: Answer[]; ending?: Ending }[]): Runs {
  let overs = 0;
  return {
    worn: false,
    deep: false,
    over: () => ++overs > 1,
    async ask(_, __, took) {
      const { answers, ending } = requests.shift()!;
      answers.forEach(took);
      return ending;
    },
  };
}

/** All that is said in a series of requests. */
async function heard(runs: Runs): Promise<unknown[]> {
  const said: unknown[] = [runs.over()];
  const took = (answer: Answer) => {
    said.push(structuredClone(answer));
    // As the judge does.
    if (answer.kind === "trace") Object.assign(answer.trace, { seed: 7, input: "later" });
  };
  said.push(await runs.ask(asking("two"), inputs, took));
  said.push(await runs.ask(asking("dies"), inputs, took));
  said.push(await runs.ask(asking("dies", true), [inputs[1]!], took));
  said.push(runs.over());
  return said;
}

const requests = () => [
  { answers: [structuredClone(trace), structuredClone(trace)] },
  { answers: [structuredClone(trace)], ending: died },
  { answers: [], ending: died },
];

test("what is replayed is what was heard, to the end", async () => {
  const transcribed = new Transcribed(answering(...requests()));
  const first = await heard(transcribed);
  const transcript = JSON.parse(transcribed.text) as Transcript;
  expect(isTranscript(transcript)).toBe(true);
  const replayed = new Replayed(transcript);
  expect(await heard(replayed)).toEqual(first);
  expect(replayed.atEnd).toBe(true);
});

const refused: Record<string, Transcript> = {
  "another check's": [{ check: "other", answers: [trace, trace] }],
  "a run that says where it is": [{ check: "two", trail: true, answers: [trace, trace] }],
  "too few": [{ check: "two", answers: [trace] }],
  "too many": [{ check: "two", answers: [trace, trace, trace] }],
  "more after the last": [{ check: "two", answers: [{ kind: "missing", name: "f" }, trace] }],
  "more after a death": [{ check: "two", answers: [trace, trace], ...died }],
  "that time is up": [{ over: true }],
  none: [],
};

test.each(Object.entries(refused))("refused: %s", async (_, transcript) => {
  const asked = new Replayed(structuredClone(transcript)).ask(asking("two"), inputs, () => {});
  await expect(asked).rejects.toThrow(/"two"/);
});

test.each([
  ["nothing", null],
  ["a foreign kind", [{ check: "two", answers: [{ kind: "ready" }] }]],
  ["a trace in another form", [{ check: "two", answers: [{ kind: "trace", trace: {} }] }]],
  ["a name too many", [{ check: "two", answers: [], outcome: "passed" }]],
  ["what is over and asked", [{ over: false }]],
])("no transcript: %s", (_, value) => {
  expect(isTranscript(value)).toBe(false);
});
