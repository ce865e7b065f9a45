// How dependencies were set up, and what they were provided with, as it went. Serves 33, and 35.
import { identical, isNode, isUndefined, type Plain, show } from "../../trace/plain.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { called, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isFalsy, partsOf } from "../mistakes/values.ts";
import { HANDLER, isGenerator, isOdd, type Solving, UP, valueName } from "./dependencies.ts";
import { callOf, endOf, inTurn, isRefused, nameOf, never } from "./dependencies-steps.ts";

/** Each was set up once, after what it needs; and in the order of the list, if that is such an order. */
export function setUpInOrder(trace: Trace, { all }: Solving): Finding[] {
  const calls = callsOf(trace, UP);
  const early = (name: string, need: string) =>
    (callOf(trace, UP, name)?.start ?? never).seq < endOf(callOf(trace, UP, need)).seq;
  const places = new Map(all.map(({ name }, place) => [name, place]));
  const isOrdered = all.every(({ needs = [] }, place) => needs.every((need) => places.get(need)! < place));
  return [
    ...all.map(({ name }): Finding => {
      const times = calls.filter((call) => nameOf(call) === name).length;
      const isOpen = isGenerator(all.find((each) => each.name === name)!);
      const kind = isOpen && !isRefused(trace) && "generator-not-driven";
      const otherwise = times > 1 ? "set-up-twice" : kind;
      return that(times === 1, `${name} was set up ${times === 0 ? "never" : `${times} times`}.`, {
        ...(otherwise && { otherwise }),
      });
    }),
    ...all.flatMap(({ name, needs = [] }) =>
      needs.map((need) =>
        that(!early(name, need), `${name} was set up before ${need}, which it needs, was there.`, {
          otherwise: "needs-order",
        }),
      ),
    ),
    that(
      !isOrdered || calls.every((call, place) => nameOf(call) === all[place]!.name),
      `they were set up as ${calls.map(nameOf).join(", ")}, though the list had an order that will do.`,
      { otherwise: "order-not-kept" },
    ),
  ];
}

/** One after the other, each at once, and the handler right after the last, once. */
export function setUpInTurn(trace: Trace): Finding[] {
  const { start } = outcomeOf(trace);
  return [
    called(trace, HANDLER, { times: 1 }),
    ...inTurn([...callsOf(trace, UP), ...callsOf(trace, HANDLER)], start, "set-up-concurrent"),
  ];
}

/** Each got what it needs, and the handler all, the very values. */
export function valuesHandedOn(trace: Trace, { all }: Solving): Finding[] {
  const hasOdd = all.some((each) => isOdd(each.value));
  const isUndriven = (name: string | undefined) =>
    all.some((each) => each.name === name && isGenerator(each)) &&
    !callOf(trace, UP, name!) &&
    !isRefused(trace);
  const value = (who: string, got: Plain[], name: string, caller?: string) => {
    const want = madeBy(trace, valueName(name));
    const likely = () => {
      if (isUndriven(got.length === 0 ? caller : name)) return "generator-not-driven";
      if (hasOdd) return "iterable-taken-for-generator";
      if (isFalsy(want)) return "falsy-is-nothing";
      return got[0] && isUndefined(got[0]) ? "lost-arguments" : undefined;
    };
    const other = got.find((each) => !identical(each, want));
    const message =
      got.length === 0
        ? `${who} was never called.`
        : `${who} got ${show(other ?? null)} as ${name}; expected ${show(want)}.`;
    const otherwise = likely();
    return that(got.length > 0 && !other, message, otherwise === undefined ? {} : { otherwise });
  };
  const handed = (name: string) =>
    keyed(trace, "handed").flatMap(([own, got]) => (own === name ? [got!] : []));
  const provided = (name: string, need: string) =>
    keyed(trace, "provided").flatMap(([own, its, got]) => (own === name && its === need ? [got!] : []));
  return [
    ...all.flatMap(({ name, needs = [] }) =>
      needs.map((need) => value(`\`provide\` of ${name}`, provided(name, need), need, name)),
    ),
    ...all.map(({ name }) => value("the handler", handed(name), name)),
  ];
}
const keyed = (trace: Trace, note: string) => notesOf(trace, note).map(({ value }) => partsOf(value));

/** Of several calls none was provided with other values than the rest. */
export function providedAlike(trace: Trace): Finding {
  const first = new Map<string, Plain>();
  const odd = keyed(trace, "provided").find(([name, need, value = null]) => {
    // Of promises, which belong elsewhere, each is another one.
    if (isNode(value) && value.t === "promise") return false;
    const key = `${name} ${need}`;
    if (!first.has(key)) first.set(key, value);
    return !identical(first.get(key)!, value);
  });
  const message = `of two calls that are alike one was provided with ${show(odd?.at(-1) ?? null)} as ${odd?.[1]}.`;
  return that(!odd, message, { otherwise: "shared-state" });
}
