// What the page shows of a check: the verdict and trace that the terminal is drawn from, as plain data.
import { explained } from "../../../graders/misconceptions/misconceptions.ts";
import type { Lane, Timeline } from "../../../graders/timeline/layout.ts";
import { layout } from "../../../graders/timeline/layout.ts";
import { tellingOf } from "../../../graders/timeline/values.ts";
import { callLabel, safe } from "../../../graders/timeline/words.ts";
import { printable, printableLines } from "../../../graders/trace/printable.ts";
import type { Call, Trace } from "../../../graders/trace/trace.ts";
import { drawn, wasNotRun } from "../../../graders/vitest/report.ts";
import { printedLines } from "../step/printed.ts";
import type { CheckReport } from "../test/exercise-report.ts";
import type { CallView, CheckView } from "./shapes.ts";

const ENDS = { fulfilled: "resolved to", rejected: "rejected with", threw: "threw at once" };
/** Characters of a value, and of a call with its arguments. */
const [VALUE, CALL] = [400, 300];

/** `exercise`: the id. A picture that cannot be drawn is left out: that is our fault, and changes no verdict. */
export function checkView(check: CheckReport, exercise: string): CheckView {
  const { verdict, ghost, state, title } = check;
  const { id, score, maxScore, feedback, misconception, virtualMs, where, trace } = verdict;
  const found = explained(exercise, misconception);
  const ran = trace && !wasNotRun(verdict) ? trace : undefined;
  const timeline = ran && drawn(() => layout(ran, ghost, feedback));
  return {
    id,
    title: printable(title),
    state,
    score,
    maxScore,
    feedback: printableLines(feedback),
    ...(found && { misconception: found }),
    ...(timeline && { timeline, calls: callsIn(timeline, ran!) }),
    ...(virtualMs !== undefined && { virtualMs }),
    ...(where && { where }),
    console: shownLines(trace),
    steps: ran !== undefined && (isLong(ran) ? "long" : true),
  };
}

/** Running it again, watched closely, takes more than a blink. */
function isLong({ calls, timersMade }: Trace): boolean {
  return calls.length + timersMade.length > 200;
}

/** A run's console, safe to show. */
export function shownLines(trace: Trace | undefined) {
  return printedLines(trace?.console ?? []).map((line) => ({ ...line, text: printable(line.text) }));
}

/** Each lane's call: lanes that are alike are the calls in their order. */
function callsIn({ charts: [chart] }: Timeline, trace: Trace): CallView[] {
  const tell = tellingOf(trace);
  const left = [...trace.calls.entries()];
  const lanes = (chart?.lanes ?? []).filter((lane) => lane.kind === "call");
  return lanes.map((lane) => {
    const at = left.findIndex(([, call]) => isOf(call, lane));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) return { call: callLabel(lane.service, lane.args, CALL) };
    const [index, call] = found;
    const args = call.args.map((arg) => tell(arg, VALUE));
    const ended = call.end && `${ENDS[call.how ?? "fulfilled"]} ${tell(call.value ?? null, VALUE)}`;
    return { call: callLabel(lane.service, args, CALL), index, ...(ended && { ended }) };
  });
}

function isOf({ service, start, end, args }: Call, lane: Lane): boolean {
  if (safe(service, 60) !== lane.service || start.at !== lane.start) return false;
  return end?.at === lane.end && Math.min(args.length, 7) === lane.args.length;
}
