// A trace's shape: what happened and when, without payloads, so that traces of different code can be compared.
import { createHash } from "node:crypto";
import { isNode, type Plain, refOf } from "./plain.ts";
import type { Call, Outcome, Trace } from "./trace.ts";

/** More timers than this are polling; fewer tell of a style, not of a mistake. */
const POLLING = 50;

/**
 * The shape as lines of text: the same lines, the same shape. The times are virtual ms, and so is the generated input a part
 * of it, if there was one. What happened within one instant has no order in it, since right answers differ there too. Pure.
 */
export function shape(trace: Trace): string[] {
  return [
    `end ${trace.end}`,
    ...(trace.input === undefined ? [] : [`input ${JSON.stringify(trace.input)}`]),
    ...eventsOf(trace)
      .map(({ what, at }) => [what, ...at.map((ms) => `${ms} ms`)].join(" "))
      .sort(),
  ];
}

/** A short name for a shape: 60 bits of its SHA-256, so that two of some thousands hardly ever share one. */
export function shapeName(trace: Trace): string {
  return createHash("sha256").update(shape(trace).join("\n")).digest("base64url").slice(0, 10);
}

interface Event {
  what: string;
  /** Virtual ms: of its beginning, and of what else is known of it. */
  at: number[];
}

function eventsOf(trace: Trace): Event[] {
  return [
    ...trace.calls.map(callEvent),
    ...Object.values(trace.outcomes).map(outcomeEvent),
    ...trace.notes.map(({ name, at }) => ({ what: `note ${name}`, at: [at] })),
    ...trace.floating.map(({ at }) => ({ what: "floating rejection", at: [at] })),
    ...(trace.uncaught ? [{ what: "uncaught error", at: [trace.uncaught.at] }] : []),
    ...trace.blocked.map(({ from, to, by }) => ({ what: `blocked by ${by}`, at: [from, to] })),
    ...trace.beats.flatMap(({ name, due, at }) =>
      at > due ? [{ what: `late beat of ${name}`, at: [due, at] }] : [],
    ),
    ...leftBehind(trace).map((what) => ({ what, at: [] })),
  ];
}

function callEvent({ service, start, end, how, signal, thread }: Call): Event {
  const aborted = signal?.aborted;
  const what = [
    `call ${service} ${how ?? "open"}`,
    ...(thread === undefined ? [] : ["on a thread"]),
    ...(signal ? [aborted ? "with an aborted signal" : "with a signal"] : []),
  ].join(" ");
  return { what, at: [start.at, ...(aborted ? [aborted.at] : []), ...(end ? [end.at] : [])] };
}

function outcomeEvent({ label, state, start, settled, value }: Outcome): Event {
  const what = `outcome ${label} ${state} ${sortOf(value)}`;
  return { what, at: [start.at, ...(settled ? [settled.at] : [])] };
}

/** What sort of thing it is, and no more: of an error, whether it is one that the world made. */
function sortOf(value: Plain | undefined): string {
  if (value === undefined) return "without a value";
  if (!isNode(value)) return value === null ? "null" : typeof value;
  return value.t === "error" && refOf(value) === undefined ? "new error" : value.t;
}

/** Each sort of thing once: how many there are depends on the style as much as on the mistake. */
function leftBehind({ left, timersMade }: Trace): string[] {
  const timers = (left?.timers ?? []).map(({ kind }) => `left ${kind}`);
  const listeners = Object.keys(left?.listeners ?? {}).map((signal) => `left a listener on ${signal}`);
  const made = timersMade.length > POLLING ? ["many timers"] : timersMade.length > 0 ? ["timers"] : [];
  return [...new Set([...timers, ...listeners, ...made])];
}
