// How a bounded queue goes wrong, told by the trace. Serves 28.
import { equal, fromPlain, isNode, isUndefined, refOf } from "../../trace/plain.ts";
import { type Moment, madeBy, notesOf, type Outcome, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { isErrorNamed } from "../mistakes/values.ts";
import { labelOf, type QueueCall, type Queueing } from "./queue-calls.ts";
import { type Asked, askedIn, goneBy } from "./queue-judged.ts";

const NEVER = Number.POSITIVE_INFINITY;

/** All that one asks about a run. */
interface Seen {
  load: Queueing;
  asked: Asked[];
  /** The calls that there were, with what came of them. */
  outcomes: { call: QueueCall; outcome: Outcome }[];
  /** When it was closed. */
  closed: Moment;
  accepted: Asked[];
  taken: Asked[];
}

function seenIn(trace: Trace): Seen {
  const load = fromPlain(trace.input!) as Queueing;
  const asked = askedIn(trace, load);
  const outcomes = load.calls.flatMap((call, index) => {
    const outcome = trace.outcomes[labelOf(call, index)];
    return outcome ? [{ call, outcome }] : [];
  });
  const closed = asked.find(({ does }) => does === "close") ?? { at: NEVER, seq: NEVER };
  return { load, asked, outcomes, closed, ...goneBy(asked) };
}

const settledAt = ({ settled }: Asked) => settled?.at ?? NEVER;
const isIn = (item: Asked, trace: Trace) => (each: Asked) =>
  item.item !== undefined && each.value !== undefined && equal(madeBy(trace, item.item), each.value);

/** Two of a kind that both waited were served the other way round, or items came out so. */
function reversed({ asked, accepted, taken, closed }: Seen, trace: Trace): boolean {
  const other = asked.some((one) =>
    asked.some(
      (later) =>
        later.does === one.does &&
        later.seq > one.seq &&
        later.state === "fulfilled" &&
        settledAt(later) < Math.min(settledAt(one), closed.at),
    ),
  );
  const order = taken.map((own) => accepted.findIndex((item) => isIn(item, trace)(own)));
  return other || order.some((place, index) => order.slice(0, index).some((before) => before > place));
}

/** Somebody was served in the ms of its call, though one of its kind that had called before had still to wait. */
function overtook({ asked, closed }: Seen): boolean {
  return asked.some(
    (late) =>
      late.state === "fulfilled" &&
      settledAt(late) === late.at &&
      late.at < closed.at &&
      asked.some((one) => one.does === late.does && one.seq < late.seq && settledAt(one) > late.at),
  );
}

/** A loop was left, and from then on the queue took or gave nothing more. */
function closedByLeaving({ outcomes, closed }: Seen): boolean {
  const left = outcomes.find(({ call, outcome }) => call.leaves && outcome.state === "fulfilled")?.outcome;
  return (
    left !== undefined &&
    outcomes.some(
      ({ call, outcome: { state, settled } }) =>
        settled &&
        settled.seq > left.settled!.seq &&
        settled.at < closed.at &&
        (state === "rejected" || (call.does === "loop" && !call.leaves)),
    )
  );
}

/** At the first look at which there was more in it than it has room for, that was what lay there and all who waited to put. */
function countsWhoWaits({ load: { capacity }, asked }: Seen, trace: Trace): boolean {
  const look = notesOf(trace, "size").find(({ value }) => typeof value === "number" && value > capacity);
  if (!look) return false;
  const { accepted, taken } = goneBy(asked, look.seq);
  const waiting = asked.filter(
    ({ does, seq, settled }) => does === "put" && seq < look.seq && !(settled && settled.seq < look.seq),
  );
  return waiting.length > 0 && look.value === accepted.length - taken.length + waiting.length;
}

const rules: Record<string, (seen: Seen, trace: Trace) => boolean> = {
  "counts-who-waits": countsWhoWaits,
  "missing-return": ({ outcomes }) =>
    outcomes.some(({ call, outcome }) => outcome.state === "returned" && call.does !== "close"),
  "second-close-throws": ({ outcomes }) =>
    outcomes.some(({ call, outcome }) => call.does === "close" && outcome.state === "threw"),
  "sync-throw-escapes": ({ outcomes }) => outcomes.some(({ outcome }) => outcome.state === "threw"),
  "leaving-closes": closedByLeaving,
  "iteration-throws": ({ outcomes }) =>
    outcomes.some(({ call, outcome }) => call.does === "loop" && outcome.state === "rejected"),
  "iteration-ends-when-empty": ({ outcomes, closed }) =>
    outcomes.some(
      ({ call, outcome: { state, settled } }) =>
        call.does === "loop" && !call.leaves && state === "fulfilled" && settled!.at < closed.at,
    ),
  // What nobody had put in came out when it was closed.
  "swallowed-error": ({ asked, accepted, closed }, trace) =>
    asked.some(
      ({ does, state, settled, value }) =>
        does === "get" &&
        state === "fulfilled" &&
        settled!.seq > closed.seq &&
        value !== undefined &&
        isUndefined(value) &&
        !accepted.some(({ item }) => isUndefined(madeBy(trace, item!))),
    ),
  "generic-error": ({ outcomes }) =>
    outcomes.some(
      ({ outcome: { state, value = null } }) =>
        state === "rejected" &&
        !isErrorNamed(value, "QueueClosedError") &&
        !(isNode(value) && refOf(value) !== undefined),
    ),
  "refused-item-kept": ({ asked, taken }, trace) =>
    asked.some((own) => own.does === "put" && own.state === "rejected" && taken.some(isIn(own, trace))),
  "close-lets-puts-in": ({ asked, closed }) =>
    asked.some(
      ({ does, state, settled }) => does === "put" && state === "fulfilled" && settled!.at > closed.at,
    ),
  "iterator-looks-ahead": ({ load: { calls }, accepted, taken, asked, closed }) =>
    calls.some(({ leaves, pause }) => leaves || (pause && closed.at === NEVER)) &&
    (accepted.length > taken.length || asked.some(({ settled }) => !settled)),
  "close-drops-items": ({ asked, closed, accepted, taken }) =>
    asked.some(
      ({ does, settled, value }) =>
        does === "get" && value === undefined && settled && settled.seq > closed.seq,
    ) && accepted.length > taken.length,
  "handed-twice": ({ taken, accepted }, trace) =>
    accepted.some((item) => {
      const alike = accepted.filter((other) => equal(madeBy(trace, other.item!), madeBy(trace, item.item!)));
      return taken.filter(isIn(item, trace)).length > alike.length;
    }),
  "close-leaves-waiters": ({ outcomes, asked, closed }) =>
    closed.at < NEVER &&
    (outcomes.some(({ outcome: { settled } }) => !settled) ||
      asked.some((own) => own.at < closed.at && own.state === "rejected" && settledAt(own) > closed.at)),
  overtaken: overtook,
  // Somebody waits on either side, and nobody who asks from then on is served.
  "both-wait": ({ asked, closed }) => {
    const stuck = (does: Asked["does"]) => asked.find((one) => one.does === does && !one.settled);
    const [putter, getter] = [stuck("put"), stuck("get")];
    const from = Math.min(putter?.seq ?? NEVER, getter?.seq ?? NEVER);
    const since = asked.filter(({ seq }) => seq >= from);
    return closed.at === NEVER && Boolean(putter && getter) && since.every(({ settled }) => !settled);
  },
  "lost-item": ({ accepted, taken, asked }) =>
    accepted.length > taken.length && asked.some(({ does, settled }) => does === "get" && !settled),
  "one-waiter-only": ({ asked, closed, accepted, taken, load }) =>
    closed.at === NEVER &&
    asked.some(
      (one) =>
        !one.settled &&
        (one.does === "put"
          ? accepted.length - taken.length < load.capacity
          : accepted.length > taken.length) &&
        asked.some((later) => later.does === one.does && later.seq > one.seq && later.state === "fulfilled"),
    ),
  // What a loop has got may still lie there for another reason.
  "one-place-short": ({ asked, accepted, taken, load: { capacity, calls } }) =>
    capacity > 1 &&
    !calls.some(({ does }) => does === "loop") &&
    asked.some((own) => {
      const by = (each: Asked) => each !== own && settledAt(each) <= own.at;
      const lies = accepted.filter(by).length - taken.filter(by).length;
      return own.does === "put" && settledAt(own) > own.at && lies === capacity - 1;
    }),
  "put-waits-for-get": ({ asked, taken, accepted, load }, trace) =>
    accepted.every((own) =>
      taken.some((each) => isIn(own, trace)(each) && settledAt(each) === settledAt(own)),
    ) &&
    asked.some((own) => {
      const before = accepted.filter((other) => other !== own && settledAt(other) <= own.at).length;
      const gone = taken.filter((other) => settledAt(other) <= own.at).length;
      return (
        own.does === "put" &&
        settledAt(own) > own.at &&
        before - gone < load.capacity &&
        (own.settled === undefined ||
          taken.some((each) => isIn(own, trace)(each) && settledAt(each) === settledAt(own)))
      );
    }),
  // They had waited, and more came in at once than there was room for.
  "wakes-everyone": ({ accepted, taken, load }) =>
    accepted.some((own) => {
      const by = (each: Asked) => settledAt(each) <= settledAt(own);
      const together = accepted.filter(
        (each) => settledAt(each) === settledAt(own) && each.at < settledAt(each),
      );
      return together.length > 1 && accepted.filter(by).length - taken.filter(by).length > load.capacity;
    }),
  "no-backpressure": ({ accepted, taken, load }) =>
    accepted.some((own) => {
      const by = (each: Asked) => settledAt(each) <= settledAt(own);
      return accepted.filter(by).length - taken.filter(by).length > load.capacity;
    }),
  "last-in-first-out": reversed,
};

/** Of a run whose input is a `Queueing`. */
export const queueMistakes: Mistakes = Object.fromEntries(
  Object.entries(rules).map(([id, rule]) => [id, (trace: Trace) => rule(seenIn(trace), trace)]),
);

/** Whether no call closes the queue. */
export const neverClosed = (trace: Trace): boolean =>
  inputOf<Queueing>(trace).calls.every(({ does }) => does !== "close");
