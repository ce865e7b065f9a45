// How dependencies were torn down, and how their generators were resumed, as it went. Serves 33, and 35.
import { identical, show } from "../../trace/plain.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isFailure } from "../jobs.ts";
import { isFalsy, partsOf } from "../mistakes/values.ts";
import { DOWN, HANDLER, isFailing, isGenerator, type Needed, type Solving, UP } from "./dependencies.ts";
import { callOf, endOf, inTurn, nameOf } from "./dependencies-steps.ts";

/** Where a failure that nobody handled was the end of it all, that is the reason. */
const unheard = (trace: Trace) =>
  outcomeOf(trace).state === "pending" && trace.floating.length > 0 ? "floating-rejection" : undefined;

/** The set-ups that came to something, in the order in which they did. */
const endings = (trace: Trace) =>
  callsOf(trace, UP)
    .filter(({ how }) => how === "fulfilled")
    .toSorted((a, b) => endOf(a).seq - endOf(b).seq);

/** The generators among them that were set up, in the order in which they were. */
function openOnes(trace: Trace, all: readonly Needed[]): Needed[] {
  return endings(trace).flatMap((call) =>
    all.filter((each) => each.name === nameOf(call) && isGenerator(each)),
  );
}

/** Every generator that was set up was torn down, once, but for those whose bare `yield` an error ends. */
export function allTornDown(trace: Trace, { all, handler }: Solving): Finding[] {
  const handled = callsOf(trace, HANDLER).length > 0;
  const some = callsOf(trace, DOWN).length > 0;
  const none = handler && isFailure(handler) ? "teardown-skipped-on-error" : "teardown-forgotten";
  const left = !handled ? "partial-setup-leaks" : some ? "stops-at-first-rethrow" : none;
  const otherwise = unheard(trace) ?? left;
  return openOnes(trace, all)
    .filter(({ bare }) => !(bare && none === "teardown-skipped-on-error"))
    .map(({ name }) => {
      const times = callsOf(trace, DOWN).filter((call) => nameOf(call) === name).length;
      return that(times > 0, `${name} was set up and never torn down.`, { otherwise });
    });
}

/**
 * They were torn down in reverse, one after the other, from the end of the handler on, or of the set-up that failed, each at
 * once; and it settled with the last.
 */
export function tornDownInTurn(trace: Trace): Finding[] {
  const downs = callsOf(trace, DOWN);
  const handler = callsOf(trace, HANDLER)[0] ?? callsOf(trace, UP).find(({ how }) => how !== "fulfilled");
  const left = endings(trace).map(nameOf);
  const [first, last] = [downs[0], downs.at(-1) ?? handler];
  // Each is found among those that came before the one that was torn down before it.
  const isReverse = downs.every((call) => {
    const place = left.lastIndexOf(nameOf(call));
    left.splice(Math.max(0, place));
    return place >= 0;
  });
  const { settled } = outcomeOf(trace);
  if (!handler) return [that(false, "the handler was never called.")];
  const early = first !== undefined && first.start.seq < endOf(handler).seq;
  return [
    that(!early, `${first && nameOf(first)} was torn down before the handler had ended.`, {
      otherwise: "teardown-before-handler-ends",
    }),
    that(
      isReverse,
      `they were torn down as ${downs.map(nameOf).join(", ")}; expected the reverse of the set-up.`,
      {
        otherwise: "teardown-in-setup-order",
      },
    ),
    ...inTurn(downs, endOf(handler), "teardown-concurrent"),
    that(!settled || settled.seq > endOf(last).seq, "it settled before the last tear-down had ended.", {
      otherwise: "leaves-before-cleanup",
    }),
    that(
      !settled || settled.at === endOf(last).at,
      `it settled at ${settled?.at} ms; expected ${endOf(last).at} ms.`,
    ),
  ];
}

/** After the handler's success each generator went on behind its `yield`. If one fails then how the rest are resumed is free. */
export function resumedAfterSuccess(trace: Trace, { all }: Solving): Finding[] {
  if (all.some(isFailing)) return [];
  const went = notesOf(trace, "resumed").map(({ value }) => value);
  return openOnes(trace, all).map(({ name }) => {
    const error = notesOf(trace, "thrown in").some(({ value }) => partsOf(value)[0] === name);
    const how = error ? "an error was thrown into it" : "it did not go on";
    const not = callOf(trace, DOWN, name) ? "resumed-with-return" : "teardown-forgotten";
    return that(went.includes(name), `the handler succeeded, and ${name} stands at its \`yield\`: ${how}.`, {
      ...(!error && { otherwise: not }),
    });
  });
}

/** The handler's error was thrown into each generator, and no other. */
export function errorThrownIn(trace: Trace, input: Solving): Finding[] {
  const error = madeBy(trace, `${HANDLER} 1`);
  const went = notesOf(trace, "resumed").map(({ value }) => value);
  const notThrown = (name: string) => {
    if (went.includes(name)) return "error-not-thrown-in";
    if (callOf(trace, DOWN, name)) return "resumed-with-return";
    return callsOf(trace, DOWN).length > 0 ? "stops-at-first-rethrow" : "teardown-skipped-on-error";
  };
  return openOnes(trace, input.all).map(({ name }) => {
    const own = notesOf(trace, "thrown in")
      .map(({ value }) => partsOf(value))
      .find(([who]) => who === name);
    const message = own
      ? `${show(own[1] ?? null)} was thrown into ${name}; expected the handler's error, ${show(error)}.`
      : `the handler failed, and nothing was thrown into ${name}.`;
    const not = own ? "another-error-thrown-in" : (unheard(trace) ?? notThrown(name));
    const otherwise = isFalsy(error) ? "falsy-is-nothing" : not;
    const found = that(own !== undefined && identical(own[1] ?? null, error), message, { otherwise });
    return swallowing(input, found);
  });
}

/** Where a generator catches what is thrown into it, and something is wrong, that comes of it. */
export const swallowing = ({ all }: Solving, finding: Finding): Finding =>
  finding && all.some(({ answer }) => answer === "swallows")
    ? { ...finding, misconception: "swallowed-by-a-generator" }
    : finding;
