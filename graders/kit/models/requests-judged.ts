// When a request to a server is to be answered, and with what, by how its handler went; and the mistake by which it was not. Serves 35.
import { identical, type Plain, show } from "../../trace/plain.ts";
import { type Call, callsOf, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { settledInWords, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isFalsy, partsOf } from "../mistakes/values.ts";
import { SET_UP, TEAR_DOWN } from "./needs.ts";
import { solvable } from "./needs-judged.ts";
import { type Load, nameOf, ON_LOOP, ON_THREAD, pathOf, TOLD } from "./requests.ts";

/** A status, and when (virtual ms; Infinity: never). */
export interface Due {
  at: number;
  status: number;
}
export const isGivenUp = (status: unknown): boolean => status === 499 || status === 504;

export const serviceOf = ({ visits }: Load, index: number) =>
  visits[index]!.kind === "def" ? ON_THREAD : ON_LOOP;
export function handlerCall(trace: Trace, load: Load, index: number): Call | undefined {
  return callsOf(trace, serviceOf(load, index)).find(({ args }) => args[0] === index + 1);
}

/** When the signal of a request's handler aborted (virtual ms); undefined if it never did. */
export function toldAt(trace: Trace, load: Load, index: number): number | undefined {
  const note = notesOf(trace, TOLD).find(({ value }) => value === index + 1);
  return note?.at ?? handlerCall(trace, load, index)?.signal?.aborted?.at;
}

/** What is due to a request, by how its handler and what that needs went. What is due in one instant with its end comes first. */
export function dueOf(trace: Trace, load: Load, index: number): Due {
  const { visits, needs, timeoutMs = Infinity } = load;
  const { path = pathOf(index), leaves = Infinity } = visits[index]!;
  const [{ start }, shutdown] = [outcomeOf(trace, nameOf(index)), trace.outcomes["shutdown() 1"]];
  if (shutdown && shutdown.start.seq < start.seq) return { at: start.at, status: 503 };
  if (visits.every((_, other) => pathOf(other) !== path)) return { at: start.at, status: 404 };
  const call = handlerCall(trace, load, index);
  const around = needs ? [...callsOf(trace, SET_UP), ...callsOf(trace, TEAR_DOWN)] : [];
  const never = needs && (!solvable(needs) || needs.some(({ fails }) => fails));
  const ends = [...around, ...(call ? [call] : [])].map(({ end }) => end?.at ?? Infinity);
  const over = call || never ? Math.max(start.at, ...ends) : Infinity;
  const ended = { at: over, status: call?.how === "fulfilled" ? 200 : 500 };
  const limits = [
    { at: start.at + leaves, status: 499 },
    { at: start.at + timeoutMs, status: 504 },
  ];
  return [...limits, ended].toSorted((a, b) => a.at - b.at)[0]!;
}

/** Each request was answered as is due, with a handler's very value. That nothing rejects is asked only if it is to be `strict`. */
export function allAnswered(trace: Trace, load: Load, { strict = false } = {}): Finding[] {
  return load.visits.map((_, index) => {
    const [due, outcome] = [dueOf(trace, load, index), outcomeOf(trace, nameOf(index))];
    const made = madeBy(trace, `${serviceOf(load, index)} ${index + 1}`);
    const [status = null, body = null] = outcome.state === "fulfilled" ? partsOf(outcome.value!) : [];
    const begun = (load.visits[index]!.leaves ?? 1) <= 0 && trace.calls.length > 0;
    if (begun)
      return that(false, `${nameOf(index)} was begun, and its client had gone before.`, {
        otherwise: "ignores-already-aborted",
      });
    const right = status === due.status && (status !== 200 || identical(body, made));
    const expected = due.status === 200 ? `200 and ${show(made)}` : `${due.status}`;
    const when = Number.isFinite(due.at)
      ? `at ${due.at} ms`
      : "once its handler has been called, and has ended";
    if (!strict && outcome.state === "rejected" && due.status === 500) return undefined;
    // While the event loop was blocked nobody could be given up.
    if (isGivenUp(due.status) && trace.blocked.length > 0) return undefined;
    const message = `${nameOf(index)} ${settledInWords(outcome)}; expected ${expected} ${when}.`;
    return that(right && outcome.settled?.at === due.at, message, {
      otherwise: misread(trace, load, index, due, { status, made }),
    });
  });
}

/** The mistake by which it was answered otherwise. */
function misread(
  trace: Trace,
  load: Load,
  index: number,
  due: Due,
  { status, made }: { status: Plain; made: Plain },
): string | undefined {
  const { state, settled, start } = outcomeOf(trace, nameOf(index));
  const { path, ends, value, tasks, leaves = 1 } = load.visits[index]!;
  const at = settled?.at ?? Infinity;
  if (state === "rejected") return "handle-rejects";
  if (due.status === 404) return path! in {} ? "routes-in-a-plain-object" : "loose-path";
  if (status === 504 && at < due.at) {
    if (load.timeoutMs === undefined) return "wrong-default";
    // The limit was over, for another one or for the server, and has begun anew since.
    const begins = [0, ...load.visits.map((_, other) => outcomeOf(trace, nameOf(other)).start.at)];
    return begins.some((ms) => ms < start.at && (at - ms) % load.timeoutMs! === 0)
      ? "one-timer-for-all"
      : undefined;
  }
  if (isGivenUp(due.status)) {
    if (leaves <= 0) return "ignores-already-aborted";
    if (at < due.at) return undefined;
    if (at === due.at)
      return status === 200 ? "late-value-counts" : isGivenUp(status) ? "wrong-status" : "abort-answer-wins";
    const began = handlerCall(trace, load, index)?.start.at ?? 0;
    if (status === 504 && began > start.at && at === began + load.timeoutMs!) return "timeout-after-await";
    if (toldAt(trace, load, index) === due.at) return "signal-only";
    return due.status === 499 ? "abort-ignored" : "limit-ignored";
  }
  if (isGivenUp(status) && typeof value === "object" && value) return "abort-by-error-name";
  if (isFalsy(made)) return "falsy-is-nothing";
  if (ends === "throws") return "sync-throw-escapes";
  if (load.needs?.some(({ catches }) => catches) && status === 200) return "swallowed-by-a-generator";
  if (status !== due.status) return undefined;
  if (at === due.at) return "copy-handed-on";
  if (at < due.at) return load.needs && "answer-before-teardown";
  return tasks && "background-delays-response";
}
