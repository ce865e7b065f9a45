// What is run elsewhere and judged here has the verdicts of what is run here, to the byte; and what comes back is not believed.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramElsewhere, RunElsewhere } from "./elsewhere.ts";
import { type Engine, openEngine } from "./engine.ts";
import { isTranscript, type Transcript } from "./transcript.ts";
import type { ExerciseFiles, SubmissionVerdict } from "./types.ts";

const sources: Record<string, string> = {
  "01-first-await": "export const nothing = 1;",
  "03-three-apis": "export async function fetchAllApis(f) { return [await f(1), await f(2), await f(3)]; }",
  "04-timeout": "export function fetchWithTimeout() { for (;;); }",
  "20-future":
    "export class Future { promise = new Promise(() => {}); constructor() { (async () => await 1)(); } }",
  "08-limit": "export const limit = (",
};
const only = [...Object.keys(sources), "02-two-tasks"];
let [here, there]: Engine[] = [];
const signal = new AbortController().signal;

beforeAll(async () => {
  [here, there] = [
    await openEngine({ limits: { runMs: 300 } }),
    await openEngine({ limits: { runMs: 300 } }),
  ];
});
afterAll(async () => {
  await Promise.all([here!.close(), there!.close()]);
});

function submission() {
  const exercises = Object.entries(sources).map(([id, text]): [string, ExerciseFiles] => {
    const entry = `${id.slice(3)}.ts`;
    return [id, { entry, files: new Map([[entry, text]]) }];
  });
  return { id: "ada", exercises: Object.fromEntries(exercises) };
}

function plain({ exercises, ...rest }: SubmissionVerdict): string {
  // How long it took is real time.
  const those = exercises.map(({ seconds: _, ...each }) => [each, [...(each.answers ?? [])]]);
  return JSON.stringify([rest, those]);
}

async function ran(programs: readonly ProgramElsewhere[]): Promise<Transcript[]> {
  const texts = await there!.transcribe(JSON.parse(JSON.stringify(programs)), { seed: 1, signal });
  return texts.map((text) => {
    const transcript: unknown = JSON.parse(text);
    expect(isTranscript(transcript)).toBe(true);
    return transcript as Transcript;
  });
}

/** The verdicts with this way to run, and which exercises were run, request by request. */
async function graded(run: RunElsewhere) {
  const asked: string[] = [];
  const running: RunElsewhere = async (programs, attempt) => {
    asked.push(`${attempt}: ${programs.map(({ exercise }) => exercise.slice(0, 2)).join(" ")}`);
    return run(programs, attempt);
  };
  const elsewhere = { run: running, here: <T>(act: () => Promise<T>) => act() };
  const verdict = await here!.gradeElsewhere(submission(), { seed: 1, only }, elsewhere);
  return { verdict: plain(verdict), asked };
}

test("the same verdicts; what a machine has a say in is run twice; and rubbish is run here", async () => {
  const expected = plain(await here!.gradeSubmission(submission(), { seed: 1, only }));
  const all = ["1: 01 03 04 20", "2: 04"];
  expect(await graded(ran)).toEqual({ verdict: expected, asked: all });
  // Each other's transcripts, one that lacks its last run, and one that could not be had.
  const mixed: RunElsewhere = async (programs) => {
    const [first, second, ...rest] = await ran(programs.slice(0, 2));
    return programs.length > 1 ? [second, first!.slice(0, -1), ...rest, undefined, undefined] : [];
  };
  expect(await graded(mixed)).toEqual({ verdict: expected, asked: all.slice(0, 1) });
});

test("a machine that is too slow for a right answer decides nothing", async () => {
  const quick = "export const fetchAllApis = (f) => Promise.all([1, 2, 3].map(f));";
  const entry = "three-apis.ts";
  const files = { entry, files: new Map([[entry, quick]]) };
  const right = { id: "ada", exercises: { "03-three-apis": files } };
  const options = { seed: 1, only: ["03-three-apis"] };
  const [first] = here!.graders.find(({ id }) => id === "03-three-apis")!.checks;
  const died = { kind: "died", outcome: "time-limit", detail: "" } as const;
  const slow: Transcript = [{ checks: [first!.id], answers: [], died, stopped: true }];
  const attempts: number[] = [];
  const run: RunElsewhere = async (programs, attempt) => {
    attempts.push(attempt);
    return attempt === 1 ? [slow] : ran(programs);
  };
  const verdict = await here!.gradeElsewhere(right, options, { run, here: (act) => act() });
  expect(attempts).toEqual([1, 2]);
  expect(plain(verdict)).toBe(plain(await here!.gradeSubmission(right, options)));
  expect(verdict.score).toBe(verdict.maxScore);
});
