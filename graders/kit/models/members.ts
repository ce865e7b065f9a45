// Work that belongs together, some of it started by other work, which an abort may end: as data, and when each ends by itself
// or in answer to the abort. Serves 22 (background tasks) and 23 (a group's body and tasks), and 24, 25, 33 and 35.

import { type Call, callsOf, type Trace } from "../../trace/trace.ts";
import type { AbortAnswer, World } from "../../world/world.ts";
import { type Abort, abortInWords, IN_BODY } from "../aborts.ts";
import { answerOf, type Job, inWords as jobsInWords, makeValues, returning } from "../jobs.ts";

/** A task, or a body. What it does by itself, and how it answers the abort of its signal, is a job's. Times in virtual ms. */
export interface Member extends Job {
  /** From the beginning of who starts it to its own; 0 if not given. */
  at?: number;
  /** What it starts while it is at work. */
  starts?: Member[];
  /** After its own work it waits for what it has started, one after the other, and fails with what one of them fails with. */
  joins?: boolean;
  /** It is a group of its own: its work is that group's body, and what it starts are that group's tasks. */
  group?: boolean;
}

export interface Group {
  body: Member;
  /** Tasks that others start, `at` so many virtual ms from the group's beginning, unless it is over by then. */
  tasks?: Member[];
  /** When and why it is aborted from outside. */
  abort?: Abort;
  /** The body's tasks are all one function, which does at each call what the next of them does. */
  alike?: boolean;
}

/** A number is one that returns after so many virtual ms. */
type Given = number | Member;
const given = (each: Given): Member => (typeof each === "number" ? returning(each) : each);

/** A body that starts these tasks at once. */
export function groupOf(body: Given, ...tasks: Given[]): Group {
  return { body: starting(body, ...tasks) };
}
export const starting = (own: Given, ...starts: Given[]): Member => ({
  ...given(own),
  starts: starts.map(given),
});
export const at = (ms: number, each: Given): Member => ({ ...given(each), at: ms });
export const nested = (body: Given, ...tasks: Given[]): Member => ({
  ...starting(body, ...tasks),
  group: true,
});
export const answering = (takes: number, onAbort: AbortAnswer): Member => ({ ...returning(takes), onAbort });

/** The same group, aborted from outside; with this reason, if one is given. */
export function abortedAt(after: Abort["after"], group: Group, ...reason: [unknown?]): Group {
  return { ...group, abort: { after, ...(reason.length > 0 && { reason: { is: reason[0] } }) } };
}

/** The same group, aborted from outside in the very call of its body. */
export const abortedInBody = (group: Group): Group => ({ ...group, abort: IN_BODY });

/** The body and all tasks. A member's number is its place here: the body's is 0, and who starts others comes before them. */
export function membersOf({ body, tasks = [] }: Group): Member[] {
  return [body, ...tasks].flatMap(withAll);
}

/** The numbers of those that are groups: first the group itself. */
export function groupsIn(group: Group): number[] {
  return membersOf(group).flatMap((member, number) => (number === 0 || member.group ? [number] : []));
}

/** The numbers of those in the list, the first of which has this one. */
export function numbersFrom(first: number, list: readonly Member[] = []): number[] {
  return list.map((_, index) => first + list.slice(0, index).flatMap(withAll).length);
}

function withAll(member: Member): Member[] {
  return [member, ...(member.starts ?? []).flatMap(withAll)];
}

/** Acts so many virtual ms from now; at once if that is now. */
export function inTime(world: World, ms: number, act: () => void): void {
  if (ms === 0) act();
  else world.at(world.now + ms, act);
}

/** Has each of those with these numbers started, in its time (virtual ms from now). */
export function startEach(
  world: World,
  members: readonly Member[],
  numbers: readonly number[],
  start: (number: number) => void,
): void {
  for (const number of numbers) inTime(world, members[number]!.at ?? 0, () => start(number));
}

/** How a member's work ended, and when (virtual ms). "reason": in answer to an abort, with its very reason. */
export interface End {
  at: number;
  how: "value" | "failure" | "reason";
}

/** How a job that begins at `starts` ends, if its signal aborts at `told` (virtual ms; Infinity: never). */
export function endOf({ takes, ends, onAbort = "ignore" }: Job, starts: number, told = Infinity): End {
  if (ends === "throws") return { at: starts, how: "failure" };
  if (onAbort === "ignore" || starts + takes <= told)
    return { at: starts + takes, how: ends === "fails" ? "failure" : "value" };
  const at = Math.max(starts, told) + (onAbort.after ?? 0);
  if ("resolves" in onAbort) return { at, how: "value" };
  return { at, how: onAbort.rejects === "reason" ? "reason" : "failure" };
}

/** The work of the member with this number, which is told of an abort by its signal if it gets one. */
export type Work = (number: number, signal?: AbortSignal) => Promise<unknown>;

/** The work of all members: calls of the service `body`, and of `task` with the member's number. */
export function workOf(world: World, group: Group): Work {
  const [body, ...tasks] = membersOf(group);
  const values = [...makeValues(world, [body!], "body"), ...makeValues(world, tasks, "task")];
  const answer = (number: number) => answerOf([body!, ...tasks][number]!, values[number]);
  const own = world.service<[AbortSignal?], unknown>("body", answer(0));
  const task = world.service<[number, AbortSignal?], unknown>("task", { when: answer });
  return (number, signal) => {
    const signals: [AbortSignal?] = signal ? [signal] : [];
    return number === 0 ? own(...signals) : task(number, ...signals);
  };
}

/** The name under which the world made what a member's work ends with by itself. */
export const madeAs = (number: number) => (number === 0 ? "body 1" : `task ${number}`);

/** The calls that were the work of the member with this number. */
export function callsBy(trace: Trace, number: number): Call[] {
  return number === 0
    ? callsOf(trace, "body")
    : callsOf(trace, "task").filter(({ args }) => args[0] === number);
}

/** What a call of one's work is called in words: `body`, or `task 3`. */
export function nameOf(call: Call | undefined): string {
  return call ? [call.service, ...call.args.filter((arg) => typeof arg === "number")].join(" ") : "";
}

/** `a body of 300 ms and tasks of 200 ms that fails, 500 ms (which starts 100 ms at 400 ms), aborted at 500 ms`. */
export function inWords({ body, tasks = [], abort }: Group): string {
  const others = tasks.length === 0 ? "" : `, from outside ${tasksInWords(tasks)}`;
  return `a body of ${bodyInWords(body)}${others}${abortInWords(abort)}`;
}

/** `500 ms, 100 ms that fails at 300 ms`. */
export function tasksInWords(tasks: readonly Member[]): string {
  return tasks.map(memberInWords).join(", ");
}

function bodyInWords(body: Member): string {
  const { starts = [], joins } = body;
  const tasks = starts.length === 1 ? "a task" : "tasks";
  const waits = joins ? " that then waits for its tasks" : "";
  return `${jobsInWords([body])}${waits}${starts.length === 0 ? "" : ` and ${tasks} of ${tasksInWords(starts)}`}`;
}

function memberInWords(member: Member): string {
  const { at, starts = [], group } = member;
  const when = at ? ` at ${at} ms` : "";
  if (group) return `a group${when} (a body of ${bodyInWords(member)})`;
  const which = starts.length === 0 ? "" : ` (which starts ${tasksInWords(starts)})`;
  return `${jobsInWords([member])}${when}${which}`;
}
