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
const both: Input[] = [[1], [2]];
const asking = (check: string, { trail = false, inputs = both } = {}): Asking => ({
  series: [{ check, inputs }],
  seed: 1,
  trail,
});

/** Runs that are answered so, one request after another. */
function answering(...requests: { answers: Answer[]; ending?: Ending }[]): Runs {
  let overs = 0;
  return {
    worn: false,
    deep: false,
    over: () => ++overs > 1,
    async ask(_, took) {
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
  said.push(await runs.ask(asking("two"), took));
  said.push(await runs.ask(asking("dies"), took));
  said.push(await runs.ask(asking("dies", { trail: true, inputs: [[2]] }), took));
  said.push(await runs.ask({ ...several, trail: false }, took));
  said.push(runs.over());
  return said;
}

const missing: Answer = { kind: "missing", name: "f" };
/** Three runs of the first, of which the second ended it, and one of the other. */
const several = {
  series: [
    { check: "one", inputs: [[1], [2], [3]] satisfies Input[] },
    { check: "other", inputs: [[]] satisfies Input[] },
  ],
  seed: 1,
};

const requests = () => [
  { answers: [structuredClone(trace), structuredClone(trace)] },
  { answers: [structuredClone(trace)], ending: died },
  { answers: [], ending: died },
  { answers: [structuredClone(trace), missing, structuredClone(trace)] },
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
  "another check's": [{ checks: ["other"], answers: [trace, trace] }],
  "more checks'": [{ checks: ["two", "three"], answers: [trace, trace, trace] }],
  "a run that says where it is": [{ checks: ["two"], trail: true, answers: [trace, trace] }],
  "too few": [{ checks: ["two"], answers: [trace] }],
  "too many": [{ checks: ["two"], answers: [trace, trace, trace] }],
  "more after the last": [{ checks: ["two"], answers: [missing, trace] }],
  "more after a fault": [{ checks: ["two"], answers: [{ kind: "fault", message: "" }, trace] }],
  "more after a death": [{ checks: ["two"], answers: [trace, trace], ...died }],
  "that time is up": [{ over: true }],
  none: [],
};

test.each(Object.entries(refused))("refused: %s", async (_, transcript) => {
  const asked = new Replayed(structuredClone(transcript)).ask(asking("two"), () => {});
  await expect(asked).rejects.toThrow(/"two"/);
});

test.each([
  ["nothing", null],
  ["a foreign kind", [{ checks: ["two"], answers: [{ kind: "ready" }] }]],
  ["a trace in another form", [{ checks: ["two"], answers: [{ kind: "trace", trace: {} }] }]],
  ["a name too many", [{ checks: ["two"], answers: [], outcome: "passed" }]],
  ["what is over and asked", [{ over: false }]],
])("no transcript: %s", (_, value) => {
  expect(isTranscript(value)).toBe(false);
});
