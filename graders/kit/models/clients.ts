// Clients that ask for places, each in its own event, so that every order of what they do can be played. Serves 26, and 29 and 32.
import { show, toPlain } from "../../trace/plain.ts";
import type { World } from "../../world/world.ts";
import { counted } from "../counted.ts";
import { inWords as jobsInWords, returning } from "../jobs.ts";
import { inTheirTime } from "./in-their-time.ts";
import type { Crowd, Visit } from "./line.ts";

/** A visit; clients count from 1. Times in virtual ms. */
export interface Client extends Visit {
  /** It asks in the very turn in which that client gives its place back, right after it. */
  inTurnOf?: number;
  /** Its signal aborts in the very turn in which that client gives its place back: right before it, or right after. */
  abortsWith?: { client: number; first: boolean };
  /** Its signal aborts in the very turn in which it asks, right after that. */
  abortsAtOnce?: boolean;
  /** It comes by `run`, where others come by `acquire`. */
  runs?: boolean;
  /** Its signal is that of the client before. */
  sameSignal?: boolean;
  /** Its signal's reason, if that is not an Error that the world makes up. */
  reason?: { is: unknown };
}
export interface Clients extends Crowd {
  visits: Client[];
  /** Whether a client gives its place back itself, which is noted, or with the end of its call of the service. */
  by?: "acquire" | "run";
  /** All that come by `run` have one and the same function, which does at each call what the next of them does. */
  alike?: boolean;
}

/** So many places, and clients; a number is one that stays so many virtual ms. */
export function clients(places: number, ...all: (number | Client)[]): Clients {
  return { places, visits: all.map((each) => (typeof each === "number" ? returning(each) : each)) };
}
export const client = (takes: number, more: Partial<Client>): Client => ({ ...returning(takes), ...more });
/** One that comes so long after the one before. */
export const after = (gap: number, takes: number) => client(takes, { after: gap });
export const acquiring = <C extends Clients>(all: C): C => ({ ...all, by: "acquire" });
/** Each in both ways. */
export const byBoth = <C extends Clients>(...all: C[]): C[] => all.flatMap((each) => [each, acquiring(each)]);

/** `By run, with 1 place and clients of 300 ms, 200 ms (asks in the turn in which client 1 gives back)`. */
export function inWords({ by = "run", places, visits }: Clients): string {
  const one = (visit: Client) =>
    [
      jobsInWords([visit]),
      visit.leaves !== undefined && `(aborted ${visit.leaves > 0 ? `after ${visit.leaves} ms` : "already"})`,
      visit.reason && `(its signal's reason is ${show(toPlain(visit.reason.is))})`,
      visit.sameSignal && "(with the signal of the one before)",
      visit.runs && "(by run)",
      visit.twice && "(gives back twice)",
      visit.inTurnOf && `(asks in the turn in which client ${visit.inTurnOf} gives back)`,
      visit.abortsAtOnce && "(aborted in the turn in which it asks)",
      visit.abortsWith && `(aborted in the turn in which client ${visit.abortsWith.client} gives back)`,
    ]
      .filter(Boolean)
      .join(" ");
  return `By ${by}, with ${counted(places, "place")} and clients of ${visits.map(one).join(", ")}`;
}

/** One is aborted in the very turn in which it asks: with a place free, and in line. */
export const leavingAtOnce: Clients[] = [
  clients(1, client(200, { abortsAtOnce: true }), 300, 100),
  clients(1, 300, client(200, { abortsAtOnce: true }), 100),
];

/** One is aborted in the very turn in which the place comes that it waits for: before or after that, by `acquire` or `run`. */
export const leavingInTurn: Clients[] = [true, false].flatMap((first) =>
  [false, true].map((runs) =>
    acquiring(clients(1, 300, client(200, { abortsWith: { client: 1, first }, runs }), 100)),
  ),
);

/** When (virtual ms) one looks how many places are free, and how many wait. */
export type Guests = Clients & { looks?: number[] };

/** Whether the client (by index) has a signal. */
export const hasSignal = (clients: readonly Client[], index: number): boolean => {
  const { sameSignal, leaves, abortsWith, abortsAtOnce } = clients[index]!;
  if (sameSignal) return hasSignal(clients, index - 1);
  return leaves !== undefined || abortsWith !== undefined || abortsAtOnce === true;
};

/** The same, each of which goes on until the signal that it is called with aborts: a stay that ends when somebody says so. Who comes by `run` ends by itself. */
export const untilTold = (all: readonly Client[]): Client[] =>
  all.map((each) =>
    each.runs ? each : { ...each, takes: Number.POSITIVE_INFINITY, onAbort: { resolves: true } },
  );

/** To be called when a client (by index) gives its place back, with what does that: see `inTurnOf` and `abortsWith`. */
export type GivesBack = (index: number, act: () => void) => void;

/** Has each client ask in its time, watched as `Client 1` and so on. Resolves when all have settled. */
export async function meeting(
  world: World,
  all: readonly Client[],
  ask: (index: number, signal: AbortSignal | undefined, givesBack: GivesBack) => unknown,
): Promise<void> {
  const signals = signalsOf(world, all);
  const settled = all.map(() => Promise.withResolvers<unknown>());
  const begin = (index: number) => {
    const { leaves, sameSignal, abortsAtOnce } = all[index]!;
    const signal = signals[index];
    if (signal && leaves !== undefined && leaves > 0 && !sameSignal)
      world.at(world.now + leaves, () => world.abort(signal));
    settled[index]!.resolve(world.watch(`Client ${index + 1}`, () => ask(index, signal, givesBack)));
    if (abortsAtOnce) world.abort(signal!);
  };
  const givesBack: GivesBack = (index, act) => {
    const own = (first: boolean) => (other: Client, at: number) => {
      if (other.abortsWith?.client === index + 1 && other.abortsWith.first === first)
        world.abort(signals[at]!);
    };
    all.forEach(own(true));
    act();
    all.forEach(own(false));
    for (const [at, { inTurnOf }] of all.entries()) if (inTurnOf === index + 1) begin(at);
  };
  inTheirTime(world, all, begin);
  await Promise.all(settled.map(({ promise }) => promise));
}

function signalsOf(world: World, all: readonly Client[]): (AbortSignal | undefined)[] {
  const signals: (AbortSignal | undefined)[] = [];
  for (const [index, { leaves = 1, sameSignal, reason }] of all.entries()) {
    const own = () =>
      world.signal(`signal ${index + 1}`, { aborted: leaves <= 0, ...(reason && { reason: reason.is }) });
    signals.push(sameSignal ? signals[index - 1] : hasSignal(all, index) ? own() : undefined);
  }
  return signals;
}
