// Lists of tasks by plan: what each one does, its making in the world, and its words in a message.
import fc from "fast-check";
import { type Plain, show, toPlain } from "./plain.ts";
import { madeBy, type Trace } from "./trace.ts";
import type { World } from "./world.ts";

/** What one task does. The values "answer" and "error" stand for a payload and an error that the world makes up. */
export interface Plan {
  /** Virtual ms. */
  takes: number;
  how: "returns" | "fails" | "throws";
  value: unknown;
}

// `value` has no default: it would stand in for undefined, which is a value like any other here.
export const returning = (takes: number, value: unknown): Plan => ({ takes, how: "returns", value });
export const failing = (takes: number, value: unknown): Plan => ({ takes, how: "fails", value });
export const throwing = (value: unknown): Plan => ({ takes: 0, how: "throws", value });

const FALSY = [undefined, null, 0, "", false];
const takes = fc.integer({ min: 1, max: 3000 });

/** Generated plans. They shrink to short ones with ordinary values, so a smallest one that is falsy has to be. */
export const success = fc
  .tuple(takes, fc.constantFrom("answer", ...FALSY, ["a list"]))
  .map(([ms, value]) => returning(ms, value));
export const failure = fc
  .tuple(takes, fc.constantFrom("error", "no more buns", ...FALSY))
  .map(([ms, value]) => failing(ms, value));

/** One task for each plan: a call of the service `name` with its index. The plan's value is made as `NAME INDEX`. */
export function tasksOf(world: World, plans: Plan[], name = "task"): (() => Promise<unknown>)[] {
  const made = (index: number) => {
    const { value } = plans[index]!;
    if (value === "answer") return world.payload(`${name} ${index}`);
    return world.made(`${name} ${index}`, value === "error" ? world.error(`error ${index}`) : value);
  };
  const service = world.service(name, {
    when: (index) => ({ takes: plans[index]!.takes, [plans[index]!.how]: made(index) }),
  });
  return plans.map((_, index) => () => service(index));
}

/** The tasks' own values, failures included, in the order of the plans. */
export function outcomesOf(trace: Trace, plans: Plan[], name = "task"): Plain[] {
  return plans.map((_, index) => madeBy(trace, `${name} ${index}`));
}

/** "With a task that returns an answer after 5 ms, one that fails with 0 after 7 ms". */
export function inWords(plans: Plan[]): string {
  const one = ({ takes, how, value }: Plan) => {
    const what = value === "answer" || value === "error" ? `an ${value}` : show(toPlain(value));
    return `${how === "returns" ? "returns" : "fails with"} ${what} after ${takes} ms`;
  };
  return `With a task that ${plans.map(one).join(", one that ")}`;
}
