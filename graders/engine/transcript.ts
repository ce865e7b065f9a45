// An exercise's runs as they were answered, to be judged elsewhere: what is asked next follows from the answers, so whoever
// has the same grader asks the same, and is given the same.

import type { Asking, Ending, Runs } from "./runs.ts";
import { type Form, flag, list, object, oneOf, text, time, variant } from "./sandbox/form.ts";
import { Progress } from "./sandbox/protocol.ts";
import { isTrace } from "./sandbox/reply-form.ts";
import type { Answer } from "./sandbox/run.ts";

/** A request for these checks' runs with its answers in order; or that all runs together had taken too long when that was asked. */
export type Entry =
  | ({ checks: string[]; trail?: true; answers: Answer[] } & Partial<Ending>)
  | { over: true };
export type Transcript = Entry[];

/** What was handed over is not what this grader's runs would be answered. */
export class TranscriptError extends Error {
  override readonly name = "TranscriptError";
}

/** Passes on what other runs are asked and answer, and writes it down. */
export class Transcribed implements Runs {
  private readonly runs: Runs;
  private readonly entries: string[] = [];

  constructor(runs: Runs) {
    this.runs = runs;
  }

  get worn(): boolean {
    return this.runs.worn;
  }

  get deep(): boolean {
    return this.runs.deep;
  }

  /** The transcript, as JSON. */
  get text(): string {
    return `[${this.entries.join(",")}]`;
  }

  over(): boolean {
    const over = this.runs.over();
    if (over) this.entries.push('{"over":true}');
    return over;
  }

  async ask(asking: Asking, took: (answer: Answer) => void) {
    const answers: string[] = [];
    const ending = await this.runs.ask(asking, (answer) => {
      // At once: the judge adds to it what it knows.
      answers.push(JSON.stringify(answer));
      took(answer);
    });
    const checks = checksOf(asking);
    const head = JSON.stringify({ checks, ...(asking.trail && { trail: true }), ...ending }).slice(0, -1);
    this.entries.push(`${head},"answers":[${answers.join(",")}]}`);
    return ending;
  }
}

/** Answers as a transcript has it. Whatever does not fit throws a TranscriptError. */
export class Replayed implements Runs {
  readonly worn = false;
  readonly deep = false;
  private readonly left: Entry[];

  constructor(transcript: Transcript) {
    this.left = [...transcript];
  }

  get atEnd(): boolean {
    return this.left.length === 0;
  }

  over(): boolean {
    const next = this.left[0];
    if (!next || !("over" in next)) return false;
    this.left.shift();
    return true;
  }

  async ask(asking: Asking, took: (answer: Answer) => void) {
    const next = this.left.shift();
    const checks = checksOf(asking).join(", ");
    if (
      !next ||
      "over" in next ||
      next.checks.join(", ") !== checks ||
      (next.trail ?? false) !== asking.trail
    )
      throw new TranscriptError(`A run of "${checks}" is not the next one in the transcript.`);
    const { answers, died, stopped = false } = next;
    if (!fits(asking, answers, died !== undefined))
      throw new TranscriptError(`The runs of "${checks}" are not as many as were asked for.`);
    for (const answer of answers) took(answer);
    return died && { died, stopped };
  }
}

function checksOf({ series }: Asking): string[] {
  return series.map(({ check }) => check);
}

/** Whether that many answers, ending their series or not, may come for it, and no more after them: but the death, if it `died`. */
function fits({ series }: Asking, answers: readonly Answer[], died: boolean): boolean {
  const progress = new Progress(series);
  for (const answer of answers) {
    if (!progress.next) return false;
    progress.took(answer);
  }
  return (progress.next !== undefined) === died;
}

const kind = text;
const status = object({ phase: oneOf("import", "scenario", "timer"), at: time });
const answer = variant("kind", {
  trace: object({ kind, trace: isTrace }, { bytes: time }),
  missing: object({ kind, name: text }, { found: text, bytes: time }),
  fault: object({ kind, message: text }, { bytes: time }),
});
const outcome = oneOf("time-limit", "memory-limit", "output-limit", "crashed");
const died = object({ kind: oneOf("died"), outcome, detail: text }, { status });
const asked = object({ checks: list(text), answers: list(answer) }, { trail: flag, died, stopped: flag });
const entry: Form = (value) => asked(value) || object({ over: (over) => over === true })(value);
const form = list(entry);

/** Whether it has the form of a transcript, wherever it comes from. Never throws. */
export function isTranscript(value: unknown): value is Transcript {
  try {
    return form(value);
  } catch {
    return false;
  }
}
