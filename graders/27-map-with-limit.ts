// What mapLimit promises: so many at once and no fewer, items taken when they can start, and one failure that ends it all.
import { obeying } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { failures, fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { BAD_NUMBERS, refusalMistakes, rejectedAsBad } from "./kit/bad-numbers.ts";
import { called, fulfilled, noted, rejected, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { untouched } from "./kit/iterables.ts";
import * as all from "./kit/jobs.ts";
import { FALSY, failing, MADE, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { type Crowd, crowd } from "./kit/models/line.ts";
import { failingCrowds, inOneTurn, sharedFailure } from "./kit/models/line-failures.ts";
import * as judged from "./kit/models/line-judged.ts";
import * as lines from "./kit/models/line-mistakes.ts";
import { telling } from "./kit/models/line-telling.ts";
import { restAborted } from "./kit/models/losers.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import { allAlike, eachAsked, onceMore } from "./kit/once-more.ts";
import { fromPlain, show, toPlain } from "./trace/plain.ts";
import { callsOf, madeBy, notesOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/27-map-with-limit/map-with-limit.ts");

/** Visits are items, places the limit. `breaks`: for which item (from 0) the iterable throws; `given`: they, if not named. `again`: see onceMore. */
type Load = Crowd & { breaks?: number; given?: readonly unknown[]; again?: number[] };
const loadOf = ({ input }: Trace) => fromPlain(input!) as Load;
const named = (index: number) => `item ${index + 1}`;
/** The items, one after another: each that is taken is noted, and so is the failure. */
function* itemsIn(world: World, { visits, breaks, given }: Load): Generator<unknown> {
  const error = world.error("items");
  for (const [index] of visits.entries()) {
    if (index === breaks) {
      world.note("broke");
      throw error;
    }
    world.note("taken", index);
    yield given ? given[index] : named(index);
  }
}

const mapping = {
  scenario(world: World, { mapLimit }: Student, load: Load) {
    const values = all.makeValues(world, load.visits, "result");
    const left: unknown[] = [...(load.given ?? [])];
    const mapper = world.service<[unknown, number, AbortSignal], unknown>("mapper", {
      when: (item) => {
        const place = left.findIndex((each) => Object.is(each, item));
        if (place >= 0) left[place] = left;
        const own = load.given ? place : Number(String(item).slice(5)) - 1;
        return load.visits[own] && all.answerOf(load.visits[own], values[own]);
      },
    });
    return onceMore(world, load.again, () => mapLimit(itemsIn(world, load), load.places, mapper));
  },
  says: ({ visits, places, breaks, given }: Load) =>
    `With a limit of ${places} and ${given ? `the items ${show(toPlain(given))}` : "items"} of ${all.inWords(visits)}${breaks === undefined ? "" : `, of which number ${breaks + 1} cannot be had`}`,
};

const ids = ["sequential-await", "batches", "waits-for-oldest", "static-split", "unbounded"] as const;
const mistakes: Mistakes = {
  "array-assumed": (trace) => loadOf(trace).visits.length > 0 && untouched(trace, "taken"),
  "repeated-call": (trace) => trace.calls.length > loadOf(trace).visits.length,
  ...lines.mistakes("mapper", named, ids),
  "counted-after-the-wait": lines.countedByEnds,
  "lost-arguments": ({ calls }) => calls.some(({ args }, index) => args[1] !== index),
  "forgotten-await": gathered.unawaited,
  "completion-order": gathered.inOrderOfEnd,
  "read-too-late": gathered.placedByCounter,
  "length-is-no-count": gathered.withGaps,
  "falsy-is-nothing": (trace) =>
    [...loadOf(trace).visits.map(({ value }) => value), ...(loadOf(trace).given ?? [])].some((each) => !each),
  "twins-merged": (trace) => loadOf(trace).given?.[1] === named(0),
  "empty-hangs": (trace) => loadOf(trace).visits.length === 0,
};
/** Each item was taken in the ms in which its mapper started. */
function takenToStart(trace: Trace): Finding[] {
  const starts = callsOf(trace, "mapper").map(({ start }) => start.at);
  const waits = notesOf(trace, "taken").filter(({ at }, index) => at !== starts[index]);
  const [first] = waits;
  const early = waits.filter(({ at }) => at === first?.at).length > 1 ? "eager-iterable" : "eager-by-one";
  const message = `${named(Number(first?.value))} was taken at ${first?.at} ms, and its mapper did not start then.`;
  return [that(!first, message, { otherwise: early })];
}

/** It rejected at the first failure, with that, and nothing was taken or begun after it. */
function ended(trace: Trace, { places }: Load): Finding[] {
  const [broke, calls] = [notesOf(trace, "broke")[0], callsOf(trace, "mapper")];
  const at = broke?.at ?? failures(trace, "mapper")[0]?.end?.at ?? Infinity;
  const later = [...notesOf(trace, "taken"), ...calls.map(({ start }) => start)].some((each) => each.at > at);
  return [
    broke ? rejected(trace, { at, error: madeBy(trace, "items") }) : rejectedWithFirst(trace),
    judged.begunNoMore(trace, "mapper", places),
    that(!later, `an item was taken after the failure at ${at} ms.`, { otherwise: "starts-after-failure" }),
  ];
}
const small = smallCrowds();
const breaking = (size: number) => small(size).map((load): Load => ({ ...load, breaks: size - 1 }));
const failingOnce = { ...mapping, expect: ended, mistakes: sharedFailure };

export default grader<Student>("27-map-with-limit", [
  check("story", "maps eight items two at a time, in 4000 ms", {
    points: 2,
    cast: [crowd(2, ...Array<number>(8).fill(1000))],
    ...mapping,
    expect: (trace, { visits }) => [
      called(trace, "mapper", { args: visits.map((_, index) => [named(index), index]) }),
      fulfilled(trace, { at: 4000, value: all.valuesOf(trace, visits, "result") }),
    ],
    mistakes,
  }),
  check("limit", "never has more than limit at work, and never fewer while work is left", {
    points: 1,
    cast: telling(ids),
    explored: { of: "items", inputs: small },
    ...mapping,
    expect: (trace, load) => judged.servedInTurn(trace, "mapper", load, named).slice(1),
    mistakes,
  }),
  check("order", "gives the results in the order of the items, whatever they are", {
    points: 1,
    cast: [
      crowd(2, 503, 100, 307, 200, 100, 100_003),
      ...[3, 9, 1].map((limit) => crowd(limit, 300, 100, 200)),
      ...FALSY.map((value) => crowd(2, 300, returning(100, value), 200, 100)),
      { ...crowd(2, 300, 100, 200), given: Array<string>(3).fill(named(0)) },
      { ...crowd(2, 300, 100, 200, 100, 300, 100), given: [named(0), ...FALSY] },
      crowd(2),
    ],
    ...mapping,
    expect: (trace, { visits }) => [
      fulfilled(trace, { value: all.valuesOf(trace, visits, "result") }) ?? fulfilledWithLast(trace),
    ],
    mistakes,
  }),
  check("lazy", "takes an item only when its mapper can start", {
    points: 1,
    cast: [crowd(2, 300, 500, 200, 100, 400), crowd(1, 100, 300), crowd(3, 300, 100, 200, 500, 400)],
    ...mapping,
    expect: takenToStart,
  }),
  check("failure", "rejects at the moment of the first failure, and starts nothing more", {
    points: 2,
    cast: [
      ...failingCrowds,
      ...[crowd(2, 1000, throwing(), 500), crowd(1, 300, throwing(null), 300), inOneTurn],
      ...[0, 2].map((breaks) => ({ ...crowd(2, 300, 500, 100, 100), breaks })),
    ],
    explored: { of: "items", inputs: (size) => [...smallCrowds({ fails: true })(size), ...breaking(size)] },
    ...failingOnce,
  }),
  check("abort", "aborts the signal of those under way at a failure, and nobody's after a success", {
    points: 1,
    cast: [
      crowd(3, 1000, failing(300), obeying(1000), 200),
      crowd(2, 100, obeying(1000, 200), failing(300), 100),
      crowd(2, { ...returning(900), onAbort: { rejects: MADE } }, failing(300, undefined), 100),
      { ...crowd(2, 300, obeying(500), 100, 100), breaks: 2 },
      crowd(2, 300, 100, 200),
    ],
    ...mapping,
    expect: (trace) => restAborted(trace),
  }),
  check("bad", "rejects with a RangeError a limit that is no positive integer, and takes no item", {
    points: 1,
    cast: BAD_NUMBERS.map((limit) => crowd(limit, 100, 100, 100)),
    ...mapping,
    expect: (trace) => [rejectedAsBad(trace), noted(trace, "taken", { values: [] })],
    mistakes: refusalMistakes,
  }),
  check("apart", "keeps calls apart", {
    points: 1,
    ...apart(
      mapping,
      { "A call": { ...crowd(2, 900, 300), again: [0] }, "A call that fails": crowd(2, 900, failing(300)) },
      { own: (part) => [...allAlike(part), eachAsked(part)] },
    ),
  }),
]);
