// What is promised of dependencies: set up one after the other, after what they need, and torn down in reverse. By what was set up,
// as it went. Serves 35, where a handler that needs them may be given up.
import { equal, type Plain, show, toPlain } from "../../trace/plain.ts";
import { type Call, callsOf, madeBy, notesOf, type Trace } from "../../trace/trace.ts";
import { called, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { type Dependency, GIVEN, SET_UP, TEAR_DOWN, THROWN_IN, tearsDown } from "./needs.ts";

/** Whether all can be set up: no name is unknown, there twice, or in a circle. */
export function solvable(list: readonly Dependency[]): boolean {
  const done = new Set<string>();
  for (;;) {
    const next = list.find(
      ({ name, needs = [] }) => !done.has(name) && needs.every((need) => done.has(need)),
    );
    if (!next) return done.size === list.length;
    done.add(next.name);
  }
}

const namesOf = (calls: readonly Call[]) => calls.map(({ args }) => String(args[0]));
const inWords = (names: readonly string[]) => names.join(", ") || "nothing";
/** Each of the calls began when the one before had ended, the first at `from` (virtual ms; any time if not given). */
function inTurn(calls: readonly Call[], from: number | undefined, otherwise?: string): Finding {
  const due = (index: number) => (index === 0 ? from : calls[index - 1]!.end?.at);
  const odd = calls.findIndex(({ start }, index) => start.at !== (due(index) ?? start.at));
  if (odd < 0) return undefined;
  const message = `${calls[odd]?.service} ${show(calls[odd]?.args[0] ?? null)} began at ${calls[odd]?.start.at} ms; expected ${due(odd)} ms.`;
  return that(false, message, { otherwise });
}

/** All were set up, each once and after what it needs, one after the other from then on (virtual ms), until one failed. */
export function setUpInTurn(trace: Trace, list: readonly Dependency[], from: number): Finding[] {
  const calls = callsOf(trace, SET_UP);
  const [names, due] = [namesOf(calls), list.map(({ name }) => name)];
  if (!solvable(list))
    return [
      that(calls.length === 0, `set up was ${inWords(names)}; expected nothing.`, {
        otherwise: "errors-while-setting-up",
      }),
    ];
  const failed = list.some(({ fails }) => fails);
  const early = list.find(({ name, needs = [] }) => {
    const before = names.slice(0, names.indexOf(name));
    return names.includes(name) && needs.some((need) => !before.includes(need));
  });
  const ordered = list.every(({ needs = [] }, place) =>
    needs.every((need) => due.slice(0, place).includes(need)),
  );
  const right = ordered
    ? equal(toPlain(names), toPlain(due.slice(0, names.length)))
    : new Set(names).size === names.length;
  const given = notesOf(trace, GIVEN).map(({ value }) => value);
  const lost = list.find(({ name, needs = [] }) => {
    const values = { t: "array" as const, items: needs.map((need) => madeBy(trace, need)) };
    return names.includes(name) && !given.some((each) => equal(each, { t: "array", items: [name, values] }));
  });
  return [
    that(names.length > 0 || due.length === 0, "nothing was set up.", {
      otherwise: ordered ? "needs-ignored" : "needs-order",
    }),
    that(!early, `${early?.name} was set up before what it needs.`, { otherwise: "needs-order" }),
    that(new Set(names).size === names.length, `set up was ${inWords(names)}.`, {
      otherwise: "set-up-twice",
    }),
    that(
      right && (failed || names.length === due.length),
      `set up was ${inWords(names)}; expected ${inWords(due)}, in this order.`,
      {
        otherwise: list.some(({ name, as }) => as && !names.includes(name))
          ? "generator-not-driven"
          : undefined,
      },
    ),
    that(!lost, `${lost?.name} did not get the values that it needs.`, { otherwise: "lost-arguments" }),
    that(
      calls.every(({ on }) => on !== "thread"),
      "something was set up on a thread.",
      {
        otherwise: "provides-on-thread",
      },
    ),
    inTurn(calls, from),
  ];
}

/**
 * What was set up was torn down again, each once, in reverse, one after the other, the first when the handler had ended, at
 * `from` (virtual ms; whenever that was if not given).
 */
export function tornDownInTurn(trace: Trace, list: readonly Dependency[], from?: number): Finding[] {
  const made = callsOf(trace, SET_UP).filter(({ end, how }) => end && how === "fulfilled");
  const open = namesOf(made).filter((name) => list.some((each) => each.name === name && tearsDown(each)));
  const calls = callsOf(trace, TEAR_DOWN);
  const [names, due] = [namesOf(calls), open.toReversed()];
  const told = `torn down was ${inWords(names)}; expected ${inWords(due)}, in this order.`;
  const same = equal(toPlain(names), toPlain(due));
  const all = due.every((name) => names.includes(name));
  const otherwise = !all
    ? from === undefined
      ? "partial-setup-leaks"
      : "teardown-skipped-on-error"
    : equal(toPlain(names), toPlain(open))
      ? "teardown-in-setup-order"
      : undefined;
  const early = calls.some(({ start }) => start.at < (from ?? 0));
  return [
    that(same, told, { otherwise }),
    inTurn(
      calls,
      from,
      early ? "teardown-before-handler-ends" : calls.length > 1 ? "teardown-concurrent" : undefined,
    ),
  ];
}

/** If the call failed, its error was thrown into each that was open. */
export function thrownIn(trace: Trace, call: Call | undefined): Finding {
  if (call?.how !== "rejected") return undefined;
  const all = namesOf(callsOf(trace, TEAR_DOWN));
  const got = notesOf(trace, THROWN_IN).map(({ value }) => value);
  const missed = all.find(
    (name) => !got.some((each) => equal(each, { t: "array", items: [name, call.value!] })),
  );
  return that(missed === undefined, `the handler's error was not thrown into ${missed}.`, {
    otherwise: got.length > 0 ? "swallowed-by-a-generator" : "error-not-thrown-in",
  });
}

/** The handler's call went with them: after the set-up, with all values, and once, if all could be set up; and `values` were these. */
export function handlerServed(
  trace: Trace,
  list: readonly Dependency[],
  { service, values = null }: { service: string; values: Plain | undefined },
): Finding[] {
  const served = solvable(list) && !list.some(({ fails }) => fails);
  const made = list.map(({ name }): [string, Plain] => [name, madeBy(trace, name)]);
  const got = !served || equal(values, { t: "object", props: made });
  const otherwise = served ? undefined : "starts-after-failure";
  return [
    called(trace, service, { times: served ? 1 : 0, otherwise }),
    that(got, `the handler's values were ${show(values)}.`, { otherwise: "lost-arguments" }),
  ];
}
