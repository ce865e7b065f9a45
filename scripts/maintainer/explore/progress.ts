// What is seen while an exploration goes on: one line that is drawn anew, on a terminal; nothing anywhere else.
import { SingleBar } from "cli-progress";
import { canRedraw, type Output } from "../../lib/terminal.ts";
import { scopeInWords } from "./report.ts";

export interface Progress {
  at(soFar: { size: number; joined: number; inputs: number; runs: number; held: number }): void;
  /** Takes the line away. */
  clear(): void;
}

export function showProgress(output: Output, of: string): Progress {
  if (!canRedraw(output)) return { at: () => {}, clear: () => {} };
  const bar = new SingleBar({
    format: "  … {scope}: {value} of {total} inputs, {runs} runs",
    stream: output,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  return {
    at(soFar) {
      const { inputs, runs, held } = soFar;
      const told = { scope: scopeInWords(soFar, of), runs };
      if (bar.isActive) bar.update(held, told);
      else bar.start(inputs, held, told);
    },
    clear: () => bar.stop(),
  };
}
