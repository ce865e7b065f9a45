// Those who await one thing: by every way to await, and several of them at different times. Serves 02 and 20.

import { identical, isNode, isUndefined, type Plain } from "../../trace/plain.ts";
import { notesOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { failures } from "../as-it-went.ts";
import { noted, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { gaveUp } from "../mistakes/gathered.ts";
import { isErrorNamed } from "../mistakes/values.ts";

const again = (reason: unknown) => {
  throw reason;
};
/** What a callback throws is told from all else: it is a list. As text it is what is in it. */
const thrower = (value: unknown) => {
  throw [value];
};

/** Both read its `then` before either calls it. */
export const TWICE = "Promise.all of it and itself";

/** Ways to await, all of which come to the thing's own result, if that is a text. */
export const WAYS: Record<string, (thing: PromiseLike<unknown>) => unknown> = {
  await: async (thing) => await thing,
  "Promise.all": async (thing) => (await Promise.all([thing, 1]))[0],
  "then without a callback for a failure": (thing) => thing.then((value) => value),
  "then with a callback that throws the failure again": (thing) => thing.then((value) => value, again),
  "then with two callbacks": (thing) => thing.then((value) => value, String),
  [TWICE]: async (thing) => (await Promise.all([thing, thing]))[0],
  "then without a callback for a result": (thing) => thing.then(undefined, String),
  "then without a callback": (thing) => thing.then(),
  "Promise.resolve": (thing) => Promise.resolve(thing),
  "a callback whose result is used": async (thing) => {
    const list: unknown = await thing.then((value) => [value]);
    return Array.isArray(list) ? list[0] : undefined;
  },
  "a callback that throws": (thing) => thing.then(thrower, () => 0).then(String, String),
  "a callback that throws, after the end": (thing) =>
    Promise.resolve(thing).then(() => thing.then(thrower, () => 0).then(String, String)),
  "a callback that makes a promise": (thing) => thing.then(async (value) => value),
};
/** Those of them that come to the thing's own failure as well. */
export const FAILING_WAYS = Object.keys(WAYS).slice(0, 4);

/** Virtual ms at which four awaiters ask: two at once, one a bit later, one long after. */
const ASKED = [0, 0, 400, 2400];

/** Lets the four ask. They note `value` or `failure`, `early` if that is told before `then` is back, and `thrown` what `then` itself throws. */
export async function askAll(world: World, thing: PromiseLike<unknown>): Promise<void> {
  const ask = async (ms: number) => {
    if (ms > 0) await world.wait(ms);
    let isBack = false;
    const telling = (name: string) => (outcome: unknown) => {
      if (!isBack) world.note("early");
      world.sink(name)(outcome);
    };
    try {
      thing.then(telling("value"), telling("failure"));
    } catch (error) {
      world.note("thrown", error);
    }
    isBack = true;
  };
  await Promise.all(ASKED.map(ask));
}

/** Each of the four got this very value, or failure, when it asked or when that was there: at `end` (virtual ms), the first call's if not given. */
export function allGot(
  trace: Trace,
  { fails, value, end = trace.calls[0]?.end?.at ?? 0 }: { fails: boolean; value: Plain; end?: number },
): Finding[] {
  const [right, wrong] = fails ? (["failure", "value"] as const) : (["value", "failure"] as const);
  const same = notesOf(trace, right).every((note) => identical(note.value, value));
  return [
    noted(trace, "thrown", { values: [] }),
    noted(trace, wrong, { values: [] }),
    noted(trace, right, { values: ASKED.map(() => value), at: ASKED.map((ms) => Math.max(ms, end)) }),
    that(same, "An awaiter got a copy; expected the very same object."),
    that(notesOf(trace, "early").length === 0, "A callback was called before `then` had come back.", {
      otherwise: "sync-callbacks",
    }),
  ];
}

/** What is wrong with a thing that awaits a call, whose outcome is to be its own. */
export const mistakes: Mistakes = {
  "sync-throw-escapes": (trace) => notesOf(trace, "thrown").some(({ value }) => isOwn(trace, value)),
  "missing-callback": ({ floating: [stray], outcomes: { main } }) =>
    isErrorNamed(stray?.reason ?? main?.value, "TypeError", /is not a function/),
  "no-chaining": ({ calls: [call], outcomes: { main } }) =>
    call?.end !== undefined &&
    main?.state === "fulfilled" &&
    main.settled!.at <= call.end.at &&
    isUndefined(main.value!) &&
    !isUndefined(call.value!),
  "swallowed-error": (trace) => {
    const { main } = trace.outcomes;
    const resolved = main?.state === "fulfilled" && !isUndefined(main.value!);
    return hasFailed(trace) && (resolved || notesOf(trace, "value").length > 0);
  },
  "lost-rejection": (trace) => hasFailed(trace) && notesOf(trace, "failure").length < ASKED.length,
  "lost-reason": (trace) =>
    hasFailed(trace) && notesOf(trace, "failure").some(({ value }) => isUndefined(value)),
  "wrapped-error": (trace) =>
    hasFailed(trace) && notesOf(trace, "failure").some(({ value }) => !isOwn(trace, value)),
};

/** Where it is one run, which nobody may refuse or cut short. */
export const oneRun: Mistakes = { "gives-up": gaveUp, "second-await-refused": refusesLater };

/** Whether what a callback threw came out as it was, a list: it was to come to the text in it. */
export function callbackThrew({ outcomes: { main } }: Trace): boolean {
  return main?.state === "rejected" && isNode(main.value!) && main.value.t === "array";
}

/** Whether it ran once, and the first who asked got the outcome, but another one an error of its own. */
function refusesLater(trace: Trace): boolean {
  const { main } = trace.outcomes;
  const [call, ...others] = trace.calls;
  const told = trace.notes.filter(({ name }) => name === "value" || name === "failure");
  const asked = told.some(({ value }) => isRefusal(value)) && told.some(({ value }) => !isRefusal(value));
  const both = inputOf<{ way?: string }>(trace)?.way === TWICE && call?.how === "fulfilled";
  return others.length === 0 && (asked || (both && main?.state === "rejected" && isRefusal(main.value!)));
}

function isRefusal(value: Plain): boolean {
  return isNode(value) && value.t === "error" && value.ref === undefined && value.kind === undefined;
}

function hasFailed(trace: Trace): boolean {
  return failures(trace).length > 0;
}

function isOwn(trace: Trace, value: Plain): boolean {
  return failures(trace).some((call) => identical(value, call.value!));
}
