// Whether what a gradebook holds can be ours: it is a file that somebody may have handed over, or that a disk damaged.
import * as v from "valibot";
import type { Answer } from "../../../graders/engine/sandbox/run.ts";
import type { CheckOutcome } from "../../../graders/engine/types.ts";
import type { CheckResult } from "../results.ts";

/** A check as its grader has it. */
export interface KnownCheck {
  id: string;
  title: string;
  points: number;
}

/** Characters of JSON. The longest that we ever wrote has a hundredth of it. */
const MAX_CHECKS = 4 * 1024 * 1024;

const outcomes = [
  ...["passed", "failed", "skipped", "never-settled", "virtual-time-limit", "time-limit", "memory-limit"],
  ...["output-limit", "crashed", "compile-error", "forbidden", "missing", "no-export", "invalid"],
  "grader-error",
] as CheckOutcome[];
const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const checks = v.array(
  v.strictObject({
    id: v.string(),
    title: v.string(),
    outcome: v.picklist(outcomes),
    score: points,
    maxScore: points,
    feedback: v.string(),
    misconception: v.optional(v.string()),
    virtualMs: v.optional(finite),
    places: v.optional(
      v.array(v.strictObject({ line: whole, column: whole, what: v.string(), when: v.string() })),
    ),
    output: v.optional(v.string()),
  }),
);
const common = { id: v.optional(v.string()), bytes: v.optional(finite) };
const status = v.strictObject({ phase: v.picklist(["import", "scenario", "timer"]), at: finite });
const answer = v.variant("kind", [
  v.strictObject({
    ...common,
    kind: v.literal("missing"),
    name: v.string(),
    found: v.optional(v.string()),
  }),
  v.strictObject({ ...common, kind: v.literal("fault"), message: v.string() }),
  v.strictObject({
    kind: v.literal("died"),
    outcome: v.picklist(["time-limit", "memory-limit", "output-limit", "crashed"]),
    status: v.optional(status),
    detail: v.string(),
  }),
]);

/** The checks of a verdict, whichever grader's; undefined for what is none. */
export function storedChecks(text: unknown): CheckResult[] | undefined {
  return parsed(checks, text) as CheckResult[] | undefined;
}

/** What a check was answered instead of a trace; undefined for what is no such answer. */
export function storedAnswer(text: unknown): Answer | undefined {
  return parsed(answer, text) as Answer | undefined;
}

function parsed(schema: v.GenericSchema<unknown, unknown>, text: unknown): unknown {
  if (typeof text !== "string" || text.length > MAX_CHECKS) return undefined;
  try {
    const result = v.safeParse(schema, JSON.parse(text), { abortEarly: true });
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

export interface StoredVerdict {
  score: unknown;
  maxScore: unknown;
  outcome: unknown;
  checks: unknown;
}

/** Why a final verdict cannot be what this grader's checks gave; undefined if it can. */
export function verdictFault(stored: StoredVerdict, grader: readonly KnownCheck[]): string | undefined {
  const all = storedChecks(stored.checks);
  if (!all) return "what it says of its checks is not in our form";
  const same = ({ id, title, maxScore }: CheckResult, index: number) =>
    id === grader[index]!.id && title === grader[index]!.title && maxScore === grader[index]!.points;
  if (all.length !== grader.length || !all.every(same)) return "its checks are not the grader's";
  const allOrNothing = all.every(
    ({ outcome, score, maxScore }) => score === (outcome === "passed" ? maxScore : 0),
  );
  const sum = (key: "score" | "maxScore") => all.reduce((total, each) => total + each[key], 0);
  if (!allOrNothing || stored.score !== sum("score") || stored.maxScore !== sum("maxScore"))
    return "its points do not follow from its checks";
  const first = all.find(({ outcome }) => outcome !== "passed")?.outcome ?? "passed";
  if (stored.outcome !== first || all.some(({ outcome }) => outcome === "grader-error"))
    return "its outcome does not follow from its checks";
  return undefined;
}
