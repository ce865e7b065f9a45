// What `npm run play` asks of a session, and gets: one line of JSON each.
import { flag, list, object, record, text, time } from "../../../../graders/engine/sandbox/form.ts";

/** All that counts of the process that asks. */
export interface PlayRequest {
  args: string[];
  /** npm's variables, and `COLUMNS`. */
  env: Record<string, string>;
  cwd: string;
  /** Whether its output is to be coloured. */
  colour: boolean;
  /** Of its terminal, if the output is one. */
  columns?: number;
}

export interface PlayAnswer {
  /** The exit code. */
  code: number;
  /** What is printed, in its order. */
  printed: [stream: "stdout" | "stderr", text: string][];
}

const isRequest = object({ args: list(text), env: record(text), cwd: text, colour: flag }, { columns: time });

/** The request that a line holds; undefined if it is none. */
export function requestIn(line: string): PlayRequest | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRequest(value) ? (value as PlayRequest) : undefined;
  } catch {
    return undefined;
  }
}
