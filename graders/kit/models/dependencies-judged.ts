// What dependencies came to, and the mistakes behind it. Serves 33, and 35.
import { callsOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { called } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { isErrorNamed } from "../mistakes/values.ts";
import { refused } from "../refused.ts";
import { cameOut } from "./clean-up.ts";
import { DOWN, HANDLER, isFailing, isGenerator, type Needed, type Solving, UP } from "./dependencies.ts";
import { setUpInTurn } from "./dependencies-set-up.ts";
import { isRefused, nameOf, REFUSAL } from "./dependencies-steps.ts";
import { tornDownInTurn } from "./dependencies-tear-down.ts";

/** What came out was the handler's, or, if that succeeded, what a tear-down failed with. */
export function cameToHandlers(trace: Trace): Finding {
  const [steps, cleanUp] = [callsOf(trace, HANDLER), callsOf(trace, DOWN)];
  if (steps.length === 0) return { message: "the handler was never called." };
  return cameOut(trace, { steps, reason: { t: "cut" }, cleanUp });
}

/** The failing set-up's own error came out. */
export function failedSetUp(trace: Trace, { all }: Solving): Finding {
  const failed = callsOf(trace, UP).find(({ how }) => how !== "fulfilled");
  const isOpen = all.some((each) => isGenerator(each) && isFailing(each));
  if (!failed)
    return {
      message: "the set-up that fails was never begun.",
      ...(isOpen && !isRefused(trace) && { misconception: "generator-not-driven" }),
    };
  return cameOut(trace, { steps: [failed], reason: { t: "cut" }, cleanUp: callsOf(trace, DOWN) });
}

/** Whether a name is that of something that every object has. */
export const hasInherited = ({ all }: Solving): boolean =>
  all.some(({ needs = [] }) => needs.some((name) => name in {}));

/** What stands behind times that are other ones, by the order of steps. */
const timing: Mistakes = Object.fromEntries(
  [
    ...["set-up-concurrent", "teardown-before-handler-ends", "teardown-concurrent", "leaves-before-cleanup"],
    "late-start",
  ].map((id) => [
    id,
    (trace) => [...setUpInTurn(trace), ...tornDownInTurn(trace)].some((found) => found?.misconception === id),
  ]),
);

export const mistakes: Mistakes = {
  "iterable-taken-for-generator": (trace) =>
    isErrorNamed(outcomeOf(trace).value, "TypeError", /\b(next|throw|return)\b/),
  "inherited-name": (trace) => hasInherited(inputOf<Solving>(trace)),
  "input-refused": isRefused,
  "set-up-twice": (trace) => new Set(callsOf(trace, UP).map(nameOf)).size < callsOf(trace, UP).length,
  ...timing,
};

/** It was refused before anything ran. */
export function refusedFirst(trace: Trace, label: string, { all }: Solving): Finding[] {
  const found = refused(trace, label, { name: REFUSAL, accepted: acceptedName(all) });
  const late = { otherwise: "errors-while-setting-up" };
  const isLate = found?.misconception === "late-rejection";
  return [
    found && { ...found, ...(isLate && { misconception: late.otherwise }) },
    called(trace, UP, { times: 0, ...late }),
    called(trace, HANDLER, { times: 0, ...late }),
  ];
}

/** The misconception of who does not refuse these. */
function acceptedName(all: Needed[]): string {
  return hasInherited({ all }) ? "inherited-name" : "bad-input-accepted";
}
