// A group acted out: the body and tasks of its data, by a function that opens groups. Serves 23, and 24, 25 and 35.

import type { World } from "../../world/world.ts";
import { abortsIn, signalFor } from "../aborts.ts";
import { type Group, membersOf, numbersFrom, startEach, workOf } from "./members.ts";

/** What a body gets. */
export interface Own {
  createTask(task: (signal: AbortSignal) => Promise<unknown>): unknown;
  readonly signal: AbortSignal;
}
export type Open = (
  body: (own: Own) => Promise<unknown>,
  options?: { signal?: AbortSignal },
) => Promise<unknown>;

/** What is done with the promises of `createTask`: their failures are caught, nothing at all, or they are watched. */
export type Promises = "caught" | "left alone" | "watched";

/** As what the promise of a task is watched, and a group: the outermost, or one that is a task of another. */
export const promiseOf = (number: number) => `promise of task ${number}`;
export const groupNamed = (number: number) => (number === 0 ? "main" : `group ${number}`);

/** As what the reason of a group's abort is made in the world. */
export const reasonOf = (number: number) => `reason of ${groupNamed(number)}`;

/** Opens the group, and those in it, which have the signal of their task. Gives what `open` gives. */
export function actOut(world: World, group: Group, open: Open, promises: Promises = "caught"): unknown {
  const [members, work] = [membersOf(group), workOf(world, group)];

  const turns: [Own, number][] = [];
  const theNext = (signal: AbortSignal) => workIn(...turns.shift()!, signal);
  const create = (own: Own, number: number): unknown => {
    const isGroup = members[number]!.group;
    if (group.alike) turns.push([own, number]);
    const task = (signal: AbortSignal) => (isGroup ? inner(number, signal) : workIn(own, number, signal));
    const act = () => own.createTask(group.alike ? theNext : task);
    if (promises === "watched") return world.watch(promiseOf(number), act);
    try {
      const made = act();
      if (promises === "caught") void Promise.resolve(made).catch(() => {});
      return made;
    } catch {
      return undefined;
    }
  };
  const workIn = async (own: Own, number: number, signal: AbortSignal): Promise<unknown> => {
    const { starts, joins } = members[number]!;
    const made: unknown[] = [];
    let over = false;
    startEach(world, members, numbersFrom(number + 1, starts), (child) => {
      if (!over) made.push(create(own, child));
    });
    try {
      const value = await work(number, signal);
      if (joins) for (const promise of made) await promise;
      return value;
    } finally {
      over = true;
    }
  };
  const enter = (number: number, signal: AbortSignal | undefined) => {
    let forget = () => {};
    const body = (own: Own) => {
      forget = nameReason(world, number, own.signal);
      const others = numbersFrom(membersOf({ body: group.body }).length, group.tasks);
      if (number === 0) startEach(world, members, others, (each) => void create(own, each));
      return workIn(own, number, own.signal);
    };
    // The outermost may be aborted in the very call of its body.
    const abort = number === 0 ? group.abort : undefined;
    const ended = signal
      ? open(abortsIn(world, abort, { name: "body", service: body, signal }), { signal })
      : open(body);
    void Promise.resolve(ended).then(
      () => forget(),
      () => forget(),
    );
    return ended;
  };
  const inner = async (number: number, signal: AbortSignal): Promise<unknown> => {
    const { state, value } = await world.watch(groupNamed(number), () => enter(number, signal));
    if (state === "fulfilled" || state === "returned") return value;
    throw world.made(groupNamed(number), value);
  };
  return enter(0, group.abort && signalFor(world, group.abort));
}

/** Names the reason as soon as there is one, so that it can be told by identity from then on. Gives what stops that. */
function nameReason(world: World, number: number, signal: AbortSignal): () => void {
  const name = () => void world.made(reasonOf(number), signal.reason);
  if (signal.aborted) name();
  else signal.addEventListener("abort", name);
  return () => signal.removeEventListener("abort", name);
}
