// What became of the calls of a bounded queue, judged by the calls as they came. Serves 28.
import { equal, type Plain, show } from "../../trace/plain.ts";
import { type Moment, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { counted } from "../counted.ts";
import { fulfilled, rejected, settledInWords, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { closings, type QueueEvent, queueServed, type Served } from "./queue.ts";
import { itemOf, labelOf, type Queueing } from "./queue-calls.ts";

/** A put, a get, or one asking of a loop's: who it is, and what came of it. */
export interface Asked extends QueueEvent, Moment {
  /** Its call's index, and label. */
  call: number;
  label: string;
  state: "fulfilled" | "rejected" | "pending" | "other";
  settled?: Moment;
  /** What a get got. A loop that ended has none. */
  value?: Plain;
  /** The name under which that which it puts was made. */
  item?: string;
}

/** All askings that there were, in the order in which they came. */
export function askedIn(trace: Trace, { calls }: Queueing): Asked[] {
  const all = calls.flatMap((own, call): Asked[] => {
    const label = labelOf(own, call);
    const outcome = trace.outcomes[label];
    if (!outcome) return [];
    const { state, settled, value } = outcome;
    const end = { ...(settled && { settled }) };
    const how = state === "threw" || state === "returned" ? ("other" as const) : state;
    if (own.does !== "loop") {
      const item = own.does === "put" ? { item: itemOf(call) } : state === "fulfilled" && { value: value! };
      const { does } = own;
      return [{ ...outcome.start, does, who: label, call, label, state: how, ...end, ...item }];
    }
    const got = notesOf(trace, label);
    return notesOf(trace, `${label} asks`).map(({ at, seq }, turn) => {
      const note = got[turn];
      const ended = note
        ? { state: "fulfilled" as const, settled: note, value: note.value }
        : { state: how, ...end };
      return { at, seq, does: "get", who: `${label} #${turn + 1}`, call, label, ...ended };
    });
  });
  return all.toSorted((a, b) => a.seq - b.seq);
}

export interface Which {
  /** Whose fate is judged: calls of these kinds. All if not given. */
  whose?: readonly ("put" | "get" | "loop")[];
  /** Whether it counts which item one gets; true if not given. */
  items?: boolean;
  /** Whether it may as well be a queue that lets in everything, or one more; false if not given. */
  roomy?: boolean;
}

/** There is a queue: else there are no calls to judge. */
function isMade(trace: Trace): Finding {
  const { state, value = null } = outcomeOf(trace);
  return that(state !== "threw", `the queue could not be made: ${show(value)} was thrown.`);
}

/**
 * Each call came to what its turn was, in its ms. Where something came in the ms of `close`, before or after counts. A loop
 * that is told that the queue is closed ends.
 */
export function servedInTurn(trace: Trace, load: Queueing, which: Which = {}): Finding[] {
  const all = askedIn(trace, load);
  const judged = all.filter(({ call }) => {
    const { does } = load.calls[call]!;
    return does !== "close" && (which.whose?.includes(does) ?? true);
  });
  const rooms = [0, ...(which.roomy ? [1, Infinity] : [])].map((more) => load.capacity + more);
  const tried = rooms.flatMap((room) =>
    closings(all).map((closing) => {
      const served = queueServed(all, room, closing);
      return judged.map((own) => cameTo(trace, own, served.get(own.who), which));
    }),
  );
  return [isMade(trace), ...(tried.find((findings) => !findings.some(Boolean)) ?? tried[0]!)];
}

function cameTo(trace: Trace, own: Asked, want: Served | undefined, { items = true }: Which): Finding {
  const { label, settled, does } = own;
  if (own.who !== label) return loopCameTo(trace, own, want, items);
  const { at } = want ?? {};
  if (!want) {
    const what = does === "put" ? "there is no room for what it puts" : "there is nothing for it to get";
    return that(
      !settled,
      `${label} ${settledInWords(outcomeOf(trace, label))}; it should wait, since ${what}.`,
    );
  }
  if (want.how === "rejected")
    return rejected(trace, { label, at: want.at, shape: { name: "QueueClosedError" } });
  return fulfilled(trace, {
    label,
    ...(at !== undefined && { at }),
    ...(want.item && items && { value: thingOf(trace, want.item) }),
  });
}

function loopCameTo(
  trace: Trace,
  { label, at: asks, settled, state, value }: Asked,
  want: Served | undefined,
  items: boolean,
): Finding {
  const ended = `ended at ${settled?.at} ms`;
  const had = !settled
    ? "waited for ever"
    : value !== undefined
      ? `got ${show(value)} at ${settled.at} ms`
      : state === "rejected"
        ? `threw ${show(outcomeOf(trace, label).value!)} at ${settled.at} ms`
        : ended;
  const thing = want?.item && thingOf(trace, want.item);
  const due = !want
    ? "it should wait"
    : thing !== undefined && thing !== ""
      ? `it should get ${items ? show(thing) : "an item"} at ${want.at} ms`
      : `it should end at ${want.at} ms`;
  const same = !want
    ? !settled
    : settled?.at === want.at &&
      (thing === undefined
        ? value === undefined && state !== "rejected"
        : value !== undefined && (!items || equal(value, thing)));
  return that(same, `${label}, when it asked at ${asks} ms, ${had}; ${due}.`);
}

/** What that put hands over. */
const thingOf = (trace: Trace, who: string): Plain => madeBy(trace, itemOf(Number(/\d+/.exec(who)![0]) - 1));

/** What has been let in, and what has been taken out, by then (`seq`): those who put it, and what they got. */
export function goneBy(all: readonly Asked[], seq = Infinity) {
  const done = all.filter(({ state, settled }) => state === "fulfilled" && settled!.seq < seq);
  return {
    accepted: done.filter(({ does }) => does === "put"),
    taken: done.filter(({ does, value }) => does === "get" && value !== undefined),
  };
}

/** What came out had been let in; in whatever order, and whenever. */
export function nothingElse(trace: Trace, load: Queueing): Finding {
  const { accepted, taken } = goneBy(askedIn(trace, load));
  const odd = taken.find(({ value }) => !accepted.some(({ item }) => equal(madeBy(trace, item!), value!)));
  return that(!odd, `${odd?.label} got ${show(odd?.value ?? null)}, which had not been let in.`);
}

/** What was let in came out once, all of it that was asked for, and nothing else; in whatever order, and whenever. */
export function eachOnce(trace: Trace, load: Queueing): Finding[] {
  const isFalsy = load.calls.some(({ item }) => item && "is" in item && !item.is);
  const named = isFalsy ? { otherwise: "falsy-is-nothing" } : {};
  const all = askedIn(trace, load);
  const { accepted, taken } = goneBy(all);
  const left = accepted.map(({ item }) => madeBy(trace, item!));
  const odd = taken.find(({ value }) => {
    const place = left.findIndex((each) => equal(each, value!));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  const gets = all.filter(({ does }) => does === "get").length;
  const missing = Math.min(accepted.length, gets) - taken.length;
  return [
    isMade(trace),
    that(
      !odd,
      `${odd?.label} got ${show(odd?.value ?? null)}, which nobody had put in, or which was out already.`,
      named,
    ),
    that(
      missing <= 0,
      `${counted(accepted.length, "item")} had been let in, and of ${counted(gets, "get")} only ${taken.length} got one.`,
      named,
    ),
  ];
}

/** Whoever closes it, even again, is told nothing. */
export function closedQuietly(trace: Trace, { calls }: Queueing): Finding[] {
  const labels = calls.flatMap((call, index) => (call.does === "close" ? [labelOf(call, index)] : []));
  return labels.map((label) => {
    const { state, value = null } = outcomeOf(trace, label);
    return that(state !== "threw" && state !== "rejected", `${label} threw ${show(value)}.`);
  });
}

/**
 * At each look it was as many as had been let in and not taken out, however that had come about; or as many of what was to be
 * put as there is room for.
 */
export function countedRight(trace: Trace, load: Queueing): Finding[] {
  const all = askedIn(trace, load);
  const looks = notesOf(trace, "size").map(({ at, seq, value }) => {
    const { accepted, taken } = goneBy(all, seq);
    const puts = all.filter(
      (own) => own.does === "put" && own.seq < seq && !(own.state === "rejected" && own.settled!.seq < seq),
    );
    const lies = accepted.length - taken.length;
    const holds = value === lies || value === Math.min(load.capacity, puts.length - taken.length);
    const message = `at ${at} ms \`size\` was ${show(value)}; ${counted(accepted.length, "item")} had been let in, and ${taken.length} taken.`;
    return that(holds, message);
  });
  return [isMade(trace), ...looks];
}
