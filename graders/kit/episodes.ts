// Several small scenarios in one run, each in a stretch of virtual time of its own, and each judged by itself.

import { outcomeOf, type Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import type { Finding, Mistakes } from "./grader.ts";

/** Virtual ms from one episode's start to the next one's: none may leave anything running for longer. */
export const EPISODE_MS = 5000;

export interface Episode<Student> {
  /** The label of its outcome: there may be no other of this name in the run. */
  name: string;
  scenario: (world: World, student: Student) => unknown;
  /** Judges its part of the trace, in which its outcome is `main`. Times are the whole run's; it began at `start`. */
  expect: (part: Trace, start: number) => Finding[];
}

/**
 * A check's `scenario` and `expect`: the episodes one after another, each `EPISODE_MS` after the one before. A failure
 * that names no misconception gets the first of `mistakes` that the episode's own part of the trace shows.
 */
export function episodes<Student>(list: Episode<Student>[], mistakes: Mistakes = {}) {
  return {
    async scenario(world: World, student: Student): Promise<void> {
      for (const { name, scenario } of list) {
        world.watch(name, () => scenario(world, student));
        await world.wait(EPISODE_MS);
      }
    },
    expect(trace: Trace): Finding[] {
      return list.flatMap(({ name, expect }, index) => {
        const part = partOf(trace, name, index * EPISODE_MS);
        return expect(part, index * EPISODE_MS).map((finding) => named(finding, part, mistakes));
      });
    },
  };
}

/** The same episode, whose failure shows this misconception: for what only differs in one thing from those before. */
export function blaming<Student>(misconception: string, episode: Episode<Student>): Episode<Student> {
  const expect: Episode<Student>["expect"] = (part, start) =>
    episode.expect(part, start).map((finding) => finding && { ...finding, misconception });
  return { ...episode, expect };
}

function partOf(trace: Trace, name: string, from: number): Trace {
  const within = ({ at }: { at: number }) => at >= from && at < from + EPISODE_MS;
  return {
    ...trace,
    outcomes: { main: outcomeOf(trace, name) },
    calls: trace.calls.filter(({ start }) => within(start)),
    notes: trace.notes.filter(within),
    floating: trace.floating.filter(within),
    timersMade: trace.timersMade.filter(({ madeAt }) => within({ at: madeAt })),
  };
}

function named(finding: Finding, part: Trace, mistakes: Mistakes): Finding {
  if (!finding || finding.misconception !== undefined) return finding;
  const misconception = Object.entries(mistakes).find(([, shows]) => shows(part))?.[0];
  return misconception === undefined ? finding : { ...finding, misconception };
}
