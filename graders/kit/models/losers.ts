// Who is still running once one has won: to be aborted in that ms, and not before. Serves 10, and 27 (where the first failure
// wins).

import { equal, show } from "../../trace/plain.ts";
import { type Call, outcomeOf, type Trace } from "../../trace/trace.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { endedByItself } from "./arrivals.ts";

/**
 * At the win each call that was still running was aborted, and the winner never: by what won and when, as it went. That the
 * outcome is no success (or a failure taken for one) is for other checks.
 */
export function losersAborted(trace: Trace): Finding[] {
  const { state, settled, value = null } = outcomeOf(trace);
  const wins = trace.calls
    .filter(({ how }) => how === "fulfilled")
    .toSorted((a, b) => a.end!.seq - b.end!.seq);
  if (state !== "fulfilled" || wins.length === 0) return [];
  const before = wins.filter(({ end }) => end!.seq < settled!.seq);
  const endedBefore = trace.calls.some(({ end }) => end && end.seq < settled!.seq);
  if (endedBefore && before.length === 0) return [];
  const winner = before.find((call) => equal(call.value!, value)) ?? wins[0]!;
  const at = before.length > 0 ? settled!.at : winner.end!.at;
  const running = trace.calls.filter(
    (call) => call !== winner && call.start.at <= at && !(endedByItself(call) && call.end!.at <= at),
  );
  const abortOf = (call: Call) => call.signal?.aborted?.at;
  const early = [winner, ...running].find((call) => abortOf(call)! < at);
  const late = running.find((call) => abortOf(call) !== at);
  const told = (call: Call | undefined, when = call && abortOf(call)) =>
    `The signal of attempt ${show(call?.args[0] ?? 0)} ${when === undefined ? "never aborted" : `aborted at ${when} ms`}`;
  const due = `expected ${at} ms, when attempt ${show(winner.args[0]!)} won.`;
  return [
    that(!early, `${told(early)}; ${due}`, { otherwise: "aborts-too-early" }),
    that(abortOf(winner) === undefined, `${told(winner)}, though it had won; expected no abort.`, {
      otherwise: "winner-aborted",
    }),
    that(!late, `${told(late)}; ${due}`, { otherwise: "losers-keep-running" }),
  ];
}
