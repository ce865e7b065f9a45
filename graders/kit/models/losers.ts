// Who is still running once one has won, or failed: to be aborted in that ms, and not before. Serves 10, and 27.

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
  const abortOf = (call: Call) => call.signal?.aborted?.at;
  const won = winner.end!.at;
  // Who aborts at the win and settles later is late with the outcome alone.
  const at = before.length > 0 && !trace.calls.some((call) => abortOf(call) === won) ? settled!.at : won;
  const running = trace.calls.filter(
    (call) => call !== winner && call.start.at <= at && !(endedByItself(call) && call.end!.at <= at),
  );
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

/** At the failure the signals of those under way aborted; after a success none ever did. By when it settled, as it went. */
export function restAborted(trace: Trace): Finding[] {
  const { state, settled } = outcomeOf(trace);
  return trace.calls.map((call) => {
    const { args, signal, start, end } = call;
    const [item, at] = [show(args[0] ?? null), settled?.at ?? 0];
    if (!signal) return that(false, `The call of ${item} got no signal.`, { otherwise: "signal-not-passed" });
    const { aborted } = signal;
    if (state === "fulfilled")
      return that(!aborted, `The signal of ${item} aborted.`, { otherwise: "aborts-after-success" });
    const over = end !== undefined && end.at <= at && endedByItself(call);
    const when = aborted ? `aborted at ${aborted.at} ms` : "never aborted";
    const told = over || start.at > at || aborted?.at === at;
    return that(told, `The signal of ${item} ${when}; the failure was at ${at} ms.`, {
      otherwise: "signal-not-aborted",
    });
  });
}
