// A job that a coordinator waits for, and what is counted of them all.
import { createHash } from "node:crypto";
import type { JobData, Returned } from "./job.ts";

export interface Open {
  id: string;
  data: JobData;
  programs: number;
  settle(returned: Returned | undefined): void;
  promise: Promise<Returned | undefined>;
  /** It is being added: what is there of it is not to be looked at yet. */
  adding: boolean;
  /** How often it was added. */
  added: number;
  /** How often what came back for it could not be used. */
  refused: number;
}

/** What went otherwise than it should, for the run's last words. */
export interface Counts {
  jobs: number;
  /** Was missing in Redis, and was added again. */
  again: number;
  /** What came back could not be opened, or was no result. */
  refused: number;
  /** Came back more than once. */
  twice: number;
  /** Came back once more, and said something else. */
  contradicted: number;
  /** Failed on the workers. */
  failed: number;
}

export const NONE: Readonly<Counts> = {
  jobs: 0,
  again: 0,
  refused: 0,
  twice: 0,
  contradicted: 0,
  failed: 0,
};

/** The values of a pipeline's replies. Throws the first error among them. */
export function valuesOf(replies: [error: Error | null, value: unknown][] | null): unknown[] {
  return (replies ?? []).map(([error, value]) => {
    if (error) throw error;
    return value;
  });
}

/** How a child died is told by its own last words, which nobody can compare. */
export function comparable({ transcripts }: Returned): string | undefined {
  if (transcripts.some((text) => text.includes('"died"'))) return undefined;
  return createHash("sha256").update(transcripts.join("\n")).digest("base64");
}
