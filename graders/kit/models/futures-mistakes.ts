// Wrong rules of what a settled promise and its `then` come to, and which of them explains what was seen. Serves whom
// futures.ts serves.
import { equal, fromPlain, isUndefined, toPlain } from "../../trace/plain.ts";
import { madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { isErrorNamed, isFalsy, isWrapping } from "../mistakes/values.ts";
import {
  CALLBACK,
  type Chain,
  callsIn,
  comesTo,
  type End,
  fails,
  isEnd,
  otherName,
  SIBLING,
} from "./futures.ts";
import { MEDDLING, NO_THENABLE, ODD, thingName, UNREADABLE, USUAL } from "./thenables.ts";

/** The things that should have been followed, at this level. */
const things = ({ settled, callback }: Chain, level: number): Partial<End>[] =>
  [
    { name: "settled", kinds: settled.kinds },
    { name: CALLBACK, kinds: callback?.kinds },
  ].flatMap(({ name, kinds }) => (kinds ? [{ fails: false, of: thingName(name, level, kinds) }] : []));
/** Kinds of one's own come first: whoever follows these follows some. */
const isOther = ({ settled: { kinds: [kind] = [] } }: Chain) => USUAL.includes(kind!) && kind !== USUAL[0];
/** Misconception id -> what it comes to by other rules, in what is not as it should be. */
const WRONG: Record<string, (chain: Chain, right: End) => Partial<End>[]> = {
  "handled-failure-goes-on": ({ settled, callback }, right) =>
    callback && fails(settled) && !right.fails ? [{ fails: true }, { fails: true, of: "settled 1" }] : [],
  "throw-handled-by-sibling": ({ sibling, callback }) =>
    sibling && callback && fails(callback) ? [{ fails: false, of: SIBLING }] : [],
  "no-chaining": ({ settled, callback }) => (callback ? [{ fails: fails(settled), of: "settled 1" }] : []),
  "swallowed-error": (_, right) => (right.fails ? [{ fails: false }] : []),
  "adopts-some-kinds": (chain) => (isOther(chain) ? things(chain, 1) : []),
  "no-adoption": (chain) => things(chain, 1),
  "adopts-one-level": (chain) => [2, 3, 4].flatMap((level) => things(chain, level)),
  "settles-twice": ({ also = [] }) =>
    also.map((thing, index) => ({ fails: fails(thing), of: `${otherName(index)} 1` })),
  "adopts-reasons": ({ rejects }) =>
    rejects ? [true, false].map((fails) => ({ fails, of: "settled 1" })) : [],
};

/** The trace, with its input and what that must come to. */
interface Seen {
  trace: Trace;
  chain: Chain;
  right: End;
}
const byRule =
  (ends: (typeof WRONG)[string]) =>
  ({ trace, chain, right }: Seen) =>
    ends(chain, right).some((end) => isEnd(trace, { fails: right.fails, of: right.of, ...end }));
/** By the odd thing that it should have come to something by way of. */
const byKind =
  (...kinds: string[]) =>
  ({ chain: { settled } }: Seen) =>
    settled.kinds?.some((kind) => kinds.includes(kind)) === true;
const expected = ({ trace, right }: Seen) => madeBy(trace, right.of);
const failuresIn = ({ trace }: Seen) =>
  callsIn(trace).flatMap(({ service, args: [value = null] }) => (service === "failure" ? [value] : []));

/** The most telling first, and falsy values after others. */
const SHOWN: [misconception: string, shows: (seen: Seen) => boolean][] = [
  ["falsy-is-nothing", (seen) => [expected(seen), madeBy(seen.trace, "settled 1")].some(isFalsy)],
  ["no-chaining", ({ trace }) => notesOf(trace, "then gave nothing").length > 0],
  ["then-is-no-function", ({ chain }) => equal(toPlain(chain.settled.value), toPlain(NO_THENABLE))],
  [
    "settled-again-throws",
    ({ trace, chain: { also } }) => also !== undefined && notesOf(trace, "threw").length > 0,
  ],
  [
    "throw-escapes",
    ({ trace }) =>
      trace.end === "crashed" || outcomeOf(trace).state === "rejected" || notesOf(trace, "threw").length > 0,
  ],
  ["throw-loses-rest", ({ trace, chain }) => chain.thrower === true && callsIn(trace).length === 0],
  ["late-then-ignored", ({ trace, chain }) => chain.late === true && callsIn(trace).length === 0],
  [
    "missing-callback",
    (seen) =>
      seen.chain.instead !== undefined && failuresIn(seen).some((error) => isErrorNamed(error, "TypeError")),
  ],
  ...Object.entries(WRONG).map(([id, ends]): (typeof SHOWN)[number] => [id, byRule(ends)]),
  ["throw-escapes", byKind(UNREADABLE)],
  ["settles-twice", byKind(ODD[0]!, ODD[1]!, MEDDLING)],
  ["reads-then-twice", byKind(ODD[2]!)],
  ["then-without-this", byKind(ODD[3]!)],
  [
    "then-without-this",
    (seen) => byKind(USUAL[0]!)(seen) && failuresIn(seen).some((error) => isErrorNamed(error, "TypeError")),
  ],
  ["lost-rejection", ({ trace, right }) => right.fails && callsIn(trace).length === 0],
  ["lost-reason", (seen) => failuresIn(seen).some(isUndefined)],
  ["wrapped-error", (seen) => failuresIn(seen).some((error) => isWrapping(error, expected(seen)))],
];

function shownBy(trace: Trace): string | undefined {
  const chain = fromPlain(trace.input!) as Chain;
  const seen = { trace, chain, right: comesTo(chain) };
  return SHOWN.find(([, shows]) => shows(seen))?.[0];
}

/** What a chain that came to something else shows; the run's input is the chain. */
export const mistakes: Mistakes = Object.fromEntries(
  SHOWN.map(([id]) => [id, (trace: Trace) => shownBy(trace) === id]),
);
