// What is seen while an exploration goes on: one line that is drawn anew, on a terminal; nothing anywhere else.
import { canRedraw, type Output } from "../../lib/terminal.ts";
import { scopeInWords } from "./report.ts";

export interface Progress {
  at(soFar: { size: number; joined: number; inputs: number; runs: number; held: number }): void;
  /** Takes the line away. */
  clear(): void;
}

/** Real ms between two drawings. */
const EVERY = 200;
const CLEAR = "\r\u001b[K";

export function showProgress(output: Output, of: string): Progress {
  if (!canRedraw(output)) return { at: () => {}, clear: () => {} };
  let last = 0;
  return {
    at(soFar) {
      const now = performance.now();
      if (now - last < EVERY) return;
      last = now;
      const { inputs, runs, held } = soFar;
      output.write(`${CLEAR}  … ${scopeInWords(soFar, of)}: ${held} of ${inputs} inputs, ${runs} runs`);
    },
    clear: () => void output.write(CLEAR),
  };
}
