// What a job holds, and what comes back: programs and transcripts of their runs. No name is in either.
import * as v from "valibot";
import type { ProgramElsewhere } from "../../../graders/engine/elsewhere.ts";
import { isTranscript, type Transcript } from "../../../graders/engine/transcript.ts";

export interface JobContent {
  seed: number;
  programs: readonly ProgramElsewhere[];
}

/** What one worker returned for a job. */
export interface Returned {
  /** The worker's id. */
  worker: string;
  /** One for each program, as JSON: to be checked where it is used. */
  transcripts: string[];
}

/** What BullMQ keeps of a job. */
export interface JobData {
  /** Base64. */
  sealed?: string;
  /** Ids of workers that shall not take it while there is another. */
  not?: string[];
}

const use = v.object({
  word: v.string(),
  line: v.string(),
  where: v.object({ line: v.number(), column: v.number(), file: v.optional(v.string()) }),
});
const content = v.object({
  seed: v.number(),
  programs: v.array(
    v.object({ exercise: v.string(), code: v.string(), untouched: v.boolean(), uses: v.array(use) }),
  ),
});

export function contentText(job: JobContent): string {
  return JSON.stringify(job);
}

/** Undefined for what is none. */
export function parseContent(text: string): JobContent | undefined {
  try {
    const result = v.safeParse(content, JSON.parse(text));
    return result.success ? (result.output as JobContent) : undefined;
  } catch {
    return undefined;
  }
}

/** A line each: JSON holds no line end, so none has to be parsed to be told from the next. */
export function returnedText({ worker, transcripts }: Returned): string {
  return [worker, ...transcripts].join("\n");
}

/** Undefined for what has not as many transcripts. */
export function parseReturned(text: string, programs: number): Returned | undefined {
  const [worker, ...transcripts] = text.split("\n");
  return worker && transcripts.length === programs ? { worker, transcripts } : undefined;
}

/** Undefined for what is none. */
export function parseTranscript(text: string): Transcript | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isTranscript(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
