// What is seen while grading goes on: a bar on a terminal, a quiet line for each submission anywhere else.
import { Presets, SingleBar } from "cli-progress";
import { canRedraw, type Output, print, shownName } from "../../lib/terminal.ts";
import type { SubmissionResult } from "../results.ts";
import { pointsOf } from "./table.ts";

export interface Progress {
  /** Tells that one more submission is graded. */
  graded(result: Pick<SubmissionResult, "id" | "score" | "maxScore">): void;
  /** Takes the bar away. To be called however the grading ends. */
  stop(): void;
}

/** `total`: how many submissions there are. */
export function showProgress(output: Output, total: number): Progress {
  return canRedraw(output) ? bar(output, total) : lines(output, total);
}

function lines(output: Output, total: number): Progress {
  let count = 0;
  return {
    graded: (result) => {
      print(output, `graded ${++count}/${total} ${shownName(result.id)} ${pointsOf(result)}`);
    },
    stop: () => {},
  };
}

function bar(output: Output, total: number): Progress {
  const options = {
    format: "{bar} {value}/{total} graded, {eta_formatted} to go {last}",
    stream: output,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    // Our own handling of Ctrl-C stops the bar.
    gracefulExit: false,
  };
  const single = new SingleBar(options, Presets.shades_classic);
  single.start(total, 0, { last: "" });
  return {
    graded: (result) => single.increment(1, { last: `(${shownName(result.id, 24)} ${pointsOf(result)})` }),
    stop: () => single.stop(),
  };
}
