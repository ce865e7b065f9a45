// What became of clients that asked for places, judged by the events as they came. Serves 26, and 28 and 32.
import { show } from "../../trace/plain.ts";
import { callsOf, type Moment, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { counted } from "../counted.ts";
import { rejected, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import type { Client, Clients } from "./clients.ts";
import { type PlaceEvent, type Places, placesGiven } from "./places.ts";

export const labelOf = (index: number) => `Client ${index + 1}`;

/** Whose signal it is that this client has (by index). */
const signalOf = (clients: readonly Client[], index: number): number =>
  clients[index]!.sameSignal ? signalOf(clients, index - 1) : index;

const isBefore = (moment: Moment | undefined, seq: number) => moment !== undefined && moment.seq < seq;

/** What happened to a client, as far as it did. `in`: it was let in, which is the service's call with its number. */
interface Course {
  asks?: Moment;
  in?: Moment;
  back?: Moment;
  aborts?: Moment;
}

/** The client's call of the service, by its number: it was let in. */
const stayOf = (trace: Trace, service: string, index: number) =>
  callsOf(trace, service).find(({ args }) => args[0] === index + 1);

function coursesOf(trace: Trace, { visits, by }: Clients, service: string): Course[] {
  return visits.map(({ runs }, index) => {
    const call = stayOf(trace, service, index);
    const note = notesOf(trace, "gives back").find(({ value }) => value === index + 1);
    const abort = trace.aborts?.find(({ name }) => name === `signal ${signalOf(visits, index) + 1}`);
    const back = by === "acquire" && !runs ? note : call?.end;
    const asks = trace.outcomes[labelOf(index)]?.start;
    return {
      ...(asks && { asks }),
      ...(call && { in: call.start }),
      ...(back && { back }),
      ...(abort && { aborts: abort }),
    };
  });
}

/** When the client was let in. Virtual ms; undefined: never. */
export const cameAt = (trace: Trace, service: string, index: number): number | undefined =>
  stayOf(trace, service, index)?.start.at;

/** What becomes of the clients by the right rules, in the order in which the events came. */
function rightPlaces(trace: Trace, crowd: Clients, courses: Course[]): Places {
  const kinds = { asks: "asks", back: "gives back", aborts: "aborts" } as const;
  const events = courses.flatMap((course, index) =>
    Object.entries(kinds).flatMap(([key, kind]): (PlaceEvent & Moment)[] => {
      const moment = course[key as keyof typeof kinds];
      return moment ? [{ ...moment, kind, who: labelOf(index) }] : [];
    }),
  );
  const hasLeft = (who: string) =>
    outcomeOf(trace, who).state === "rejected" &&
    !courses.some((course, index) => course.in && labelOf(index) === who);
  return placesGiven(
    events.toSorted((a, b) => a.seq - b.seq),
    crowd.places,
    hasLeft,
  );
}

/** Each client was let in when it was its turn: none sooner, later, or after it had left. */
export function letInInTurn(trace: Trace, crowd: Clients, service: string): Finding[] {
  const courses = coursesOf(trace, crowd, service);
  const { standings } = rightPlaces(trace, crowd, courses);
  return courses.map((course, index) => {
    const want = standings.get(labelOf(index));
    const had = course.in ? `was let in at ${course.in.at} ms` : "was never let in";
    const could = want?.came === undefined ? "it was not its turn" : `its turn was at ${want.came} ms`;
    return that(course.in?.at === want?.came, `${labelOf(index)} ${had}; ${could}.`);
  });
}

/** Everybody was let in that did not leave, sooner or later. */
export function nobodyForgotten(trace: Trace, crowd: Clients, service: string): Finding[] {
  return coursesOf(trace, crowd, service).map((course, index) =>
    that(
      !course.asks || course.in !== undefined || course.aborts !== undefined,
      `${labelOf(index)} was never let in.`,
    ),
  );
}

/**
 * Whose signal aborted while it waited left at that instant, with the reason. Who was in stayed. Where there was a place for
 * it in the very ms of the abort, either counts.
 */
export function leftAtAborts(trace: Trace, crowd: Clients, service: string): Finding[] {
  const courses = coursesOf(trace, crowd, service);
  const isFree = ({ at, seq }: Moment) => {
    const inside = courses.filter((own) => isBefore(own.in, seq) && !isBefore(own.back, seq)).length;
    return inside < crowd.places || courses.some(({ back }) => back?.at === at);
  };
  return courses.flatMap(({ asks, in: came, aborts }, index): Finding[] => {
    const { reason, ends } = crowd.visits[index]!;
    const label = labelOf(index);
    if (!aborts || !asks || ends !== "returns") return [];
    const at = Math.max(asks.at, aborts.at);
    const stays = came && (came.at < at || (came.at === at && aborts.seq > asks.seq && isFree(came)));
    if (stays)
      return [
        that(
          outcomeOf(trace, label).state === "fulfilled",
          `${label} was in, and left when its signal aborted.`,
          { otherwise: "abort-takes-place" },
        ),
      ];
    const error = madeBy(trace, `signal ${signalOf(crowd.visits, index) + 1} reason`);
    return [
      that(came === undefined, `${label} was let in at ${came?.at} ms, though its signal had aborted.`),
      rejected(trace, { label, at, error, otherwise: reason && "falsy-is-nothing" }),
    ];
  });
}

/** At each look (notes `free` and `waiting`) they were as many as there were, however that had come about. */
export function countedRight(trace: Trace, crowd: Clients, service: string): Finding[] {
  const courses = coursesOf(trace, crowd, service);
  const inside = (seq: number) =>
    courses.filter((own) => isBefore(own.in, seq) && !isBefore(own.back, seq)).length;
  const waiting = (seq: number) =>
    courses.filter((own) => isBefore(own.asks, seq) && !isBefore(own.in, seq) && !isBefore(own.aborts, seq))
      .length;
  const looks = (name: string, want: (seq: number) => number, what: string) =>
    notesOf(trace, name).map(({ at, seq, value }) =>
      that(
        value === want(seq),
        `at ${at} ms \`${what}\` was ${show(value)}; ${counted(inside(seq), "client")} had a place and ${waiting(seq)} waited.`,
      ),
    );
  return [
    ...looks("free", (seq) => crowd.places - inside(seq), "available"),
    ...looks("waiting", waiting, "waiting"),
  ];
}

/** After a place was given back for the first time not more were in at once than there are places, or ever before. */
export function nobodyBesides(trace: Trace, crowd: Clients, service: string): Finding {
  return noMoreSince(trace, service, notesOf(trace, "gives back")[0], crowd);
}

/**
 * Who left the line gave no place back: since the first one left not more were in than there are places, or ever before. Where
 * a place came back and everybody who waited came in, that is another mistake.
 */
export function nobodyInForLeavers(trace: Trace, crowd: Clients, service: string): Finding {
  const courses = coursesOf(trace, crowd, service);
  const left = courses.flatMap(({ asks, in: came, aborts }) =>
    asks && aborts && !came && asks.seq < aborts.seq ? [aborts] : [],
  );
  const [first] = left.toSorted((a, b) => a.seq - b.seq);
  const everybodyCame = (at: number) =>
    courses.some(({ back }) => back?.at === at) &&
    courses.every((own) => !own.asks || own.asks.at > at || (own.in ?? own.aborts ?? own.asks).at <= at);
  return noMoreSince(trace, service, first, crowd, ({ at }) => !everybodyCame(at));
}

/** Since this moment not more were in at once than there are places (if that is said), or ever before. */
export function noMoreSince(
  trace: Trace,
  service: string,
  since: Moment | undefined,
  { places = 0 }: { places?: number } = {},
  counts: (moment: Moment) => boolean = () => true,
): Finding {
  const calls = callsOf(trace, service);
  const inAt = (seq: number) =>
    calls.filter(({ start, end }) => start.seq <= seq && (end?.seq ?? Infinity) > seq).length;
  const turn = since?.seq ?? Infinity;
  const most = (moments: Moment[], least: number) => Math.max(least, ...moments.map(({ seq }) => inAt(seq)));
  const starts = calls.map(({ start }) => start);
  const before = most(
    starts.filter(({ seq }) => seq <= turn),
    places,
  );
  const after = most(
    starts.filter((start) => start.seq > turn && counts(start)),
    0,
  );
  return that(
    after <= before,
    `${after} were in at once; there ${before === 1 ? "is one place" : `are ${before} places`}.`,
  );
}
