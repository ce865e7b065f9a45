// How clients that ask for places are served wrongly, told by the trace. Serves 26, and 28 and 32.
import { fromPlain, isNode, refOf } from "../../trace/plain.ts";
import { callsOf, outcomeOf, peakConcurrency, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { type Client, type Clients, hasSignal } from "./clients.ts";
import { cameAt, labelOf, nobodyInForLeavers } from "./places-judged.ts";

interface Seen {
  client: Client;
  hasSignal: boolean;
  /** When it asked, as `seq` and in virtual ms; came in; and left without (Infinity: never). */
  seq: number;
  asks: number;
  comes: number;
  leaves: number;
  state: string;
  /** It was rejected with an error that nobody has made but the answer. */
  withOwnError: boolean;
}

function seenIn(trace: Trace, service: string): Seen[] {
  const { visits } = fromPlain(trace.input!) as Clients;
  return visits.map((client, index) => {
    const { start, state, settled, value = null } = outcomeOf(trace, labelOf(index));
    const comes = cameAt(trace, service, index) ?? Number.POSITIVE_INFINITY;
    return {
      client,
      hasSignal: hasSignal(visits, index),
      seq: start.seq,
      asks: start.at,
      comes,
      leaves:
        state === "rejected" && comes === Number.POSITIVE_INFINITY ? settled!.at : Number.POSITIVE_INFINITY,
      state,
      withOwnError:
        state === "rejected" && isNode(value) && value.t === "error" && refOf(value) === undefined,
    };
  });
}

/** Somebody came in while one waited who had asked before; `how` looks at the one that overtook. */
const overtook = (all: Seen[], how: (one: Seen) => boolean) =>
  all.some(
    (one) =>
      Number.isFinite(one.comes) &&
      how(one) &&
      all.some(({ seq, comes, leaves }) => seq < one.seq && Math.min(comes, leaves) > one.comes),
  );

/** When first (virtual ms) more came in than had given their places back by then, one who had waited among them; Infinity: never. */
function crowdedAt(trace: Trace, service: string, all: Seen[]): number {
  const { places } = fromPlain(trace.input!) as Clients;
  const ends = callsOf(trace, service).flatMap(({ end }) => (end ? [end.at] : []));
  const moments = all.flatMap(({ asks, comes }) => {
    const came = all.filter((other) => other.comes <= comes).length;
    const inside = came - ends.filter((at) => at <= comes).length;
    return comes > asks && ends.includes(comes) && inside > places ? [comes] : [];
  });
  return Math.min(...moments);
}
/** One of those who came in then had asked just then. */
const justAsked = (all: Seen[], at: number) => all.some(({ asks, comes }) => asks === at && comes === at);

/** How who waits for a place of the service's is served wrongly. The run's input are `Clients`. */
export function turnMistakes(service: string): Mistakes {
  return {
    "double-release": (trace) => {
      const { visits, places } = fromPlain(trace.input!) as Clients;
      return visits.some(({ twice }) => twice) && peakConcurrency(trace, service) > places;
    },
    "wakes-everyone": (trace) => {
      const all = seenIn(trace, service);
      const at = crowdedAt(trace, service, all);
      return Number.isFinite(at) && !justAsked(all, at);
    },
    barging: (trace) => {
      const all = seenIn(trace, service);
      const overtakes = overtook(all, ({ asks, comes }) => asks === comes);
      return overtakes || justAsked(all, crowdedAt(trace, service, all));
    },
    "last-in-first-out": (trace) => overtook(seenIn(trace, service), ({ asks, comes }) => asks < comes),
  };
}

/** How aborts while waiting are answered wrongly. */
export function leavingMistakes(service: string): Mistakes {
  const some = (how: (one: Seen, all: Seen[]) => boolean) => (trace: Trace) => {
    const all = seenIn(trace, service);
    return all.some((one) => how(one, all));
  };
  const due = ({ client: { abortsAtOnce, leaves = Number.POSITIVE_INFINITY }, asks }: Seen) =>
    abortsAtOnce ? asks : asks + leaves;
  const lost = ({ state, hasSignal: has }: Seen) => state === "pending" && !has;
  return {
    "ignores-already-aborted": some(
      ({ client: { leaves = 1 }, state, comes }) =>
        leaves <= 0 && (state !== "rejected" || Number.isFinite(comes)),
    ),
    "abort-frees-place": (trace) =>
      nobodyInForLeavers(trace, fromPlain(trace.input!) as Clients, service) !== undefined,
    "abort-takes-place": some((one) => one.comes < due(one) && one.state === "rejected"),
    "abort-ignored": some(
      (one) =>
        due(one) < Math.min(one.comes, one.leaves) &&
        (due(one) > one.asks || one.client.abortsAtOnce === true) &&
        (Number.isFinite(one.comes) || Number.isFinite(one.leaves) || one.state === "pending"),
    ),
    "generic-error": some((one) => one.hasSignal && one.withOwnError),
    // Somebody left in the very ms in which a place came back, or in which it asked.
    "place-lost-on-abort": (trace) => {
      const all = seenIn(trace, service);
      const ends = callsOf(trace, service).map(({ end }) => end?.at);
      return (
        all.some(lost) &&
        all.some(
          ({ client, leaves }) =>
            client.abortsWith !== undefined || client.abortsAtOnce || ends.includes(leaves),
        )
      );
    },
    // Who was in and is aborted takes another one out of the line.
    "listener-leak": some(
      (one, all) =>
        one.comes < due(one) &&
        due(one) < Number.POSITIVE_INFINITY &&
        all.some(({ state, leaves }) => state === "pending" && leaves === Number.POSITIVE_INFINITY),
    ),
    "abort-keeps-place": some(lost),
  };
}
