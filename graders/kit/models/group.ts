// A body and the tasks that it starts, as one: who works when, and what it all comes to, by the right rules or by others (see
// group-mistakes.ts). Serves 22 (which waits for all, and no more) and 23, and 24, 25, 33 and 35.

import { Run } from "./group-run.ts";
import type { End, Group } from "./members.ts";

/** A member's work, in virtual ms. `told`: when its signal aborted, if it was under way then. */
export interface Stay {
  starts?: number;
  told?: number;
  ends?: number;
}

/** What a group comes to, and when (virtual ms); `errors`: the numbers of those that failed, in that order. */
export interface Result {
  at: number;
  comesTo: "value" | "errors" | "reason";
  errors: number[];
}

export interface Course {
  /** By the members' numbers. */
  stays: Stay[];
  /** By the numbers of the members that are groups; the group's own is 0. */
  results: Record<number, Result>;
}

export interface Rules {
  /** Whether a failure aborts the group. */
  aborts: boolean;
  /** Whether it hears of an abort from outside. */
  hears: boolean;
  /** How long it lasts: until all have ended, or all that had begun when the body ended; until the body has, or an abort. */
  until: "all" | "all of then" | "body" | "abort";
  /** Which ends count as failures. `told`: the group had been aborted. */
  counts: (how: End["how"], of: { isBody: boolean; told: boolean }) => boolean;
  /** Whether it starts tasks also when it has been aborted. */
  open: boolean;
  /** Whether it looks at its members one after the other, and so sees a failure when all before have ended. */
  inTurn: boolean;
  /** Whether a task begins only when the one before it has ended. */
  oneByOne: boolean;
}

export const RIGHT: Rules = {
  aborts: true,
  hears: true,
  until: "all",
  counts: (how) => how === "failure",
  open: false,
  inTurn: false,
  oneByOne: false,
};

/** What becomes of the group by these rules, which are the right ones where not given. */
export function courseOf(group: Group, rules: Partial<Rules> = {}): Course {
  return new Run(group, { ...RIGHT, ...rules }).play();
}
