// All schedules of many inputs, in order of the inputs, by several players at once: what is found is the smallest all the same.
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import type { Plain } from "../../../graders/trace/plain.ts";
import { nextSchedule } from "./schedules.ts";

export interface Run {
  input: Plain;
  choices: number[];
  /** See `explorer` (graders/world/choices.ts). */
  gaps: number;
}

/** Plays each run, and gives the verdicts in that order. One at a time is asked of a player. */
export type Player = (runs: readonly Run[]) => Promise<CheckVerdict[]>;

export interface Stage {
  /** The smallest first. */
  inputs: readonly Plain[];
  gaps: number;
  /** How many gaps of a run may be other than the usual one. */
  joined: number;
}

export interface Found {
  /** Of the input. */
  index: number;
  verdict: CheckVerdict;
}

export interface Searched {
  /** Schedules that were played of the inputs up to the one found, or of all. */
  runs: number;
  /** Inputs of which all schedules hold. */
  held: number;
  found?: Found;
}

export interface Searching {
  /** Asked again and again; if not, the search ends with what it has. */
  goesOn: () => boolean;
  /** Hears how far it is. */
  progress?: (soFar: { runs: number; held: number }) => void;
  /** How many inputs a player has under way. */
  row?: number;
}

/** A pass is played twice so often, to see that the same choices give the same run. */
const GUARDED = 1000;

interface UnderWay {
  index: number;
  schedule: number[];
}

/**
 * Plays schedules until all of a stage's hold, one fails, or it is to go on no longer. Rejects if a run is not the same
 * twice, or could not be graded: then a mistake is ours.
 */
export async function search(
  { inputs, gaps, joined }: Stage,
  players: readonly Player[],
  { goesOn, progress, row = 24 }: Searching,
): Promise<Searched> {
  const runs = new Map<number, number>();
  const held = new Set<number>();
  let found: Found | undefined;
  let [next, passes, played] = [0, 0, 0];
  const wanted = (index: number) => !found || index < found.index;

  /** What the verdict makes of an input: its next schedule, if it has one. */
  const judged = (index: number, verdict: CheckVerdict): UnderWay[] => {
    if (!wanted(index)) return [];
    runs.set(index, (runs.get(index) ?? 0) + 1);
    played++;
    if (verdict.outcome !== "passed") found = { index, verdict };
    const schedule = found?.index === index ? undefined : nextSchedule(verdict.trace?.choices ?? [], joined);
    if (schedule) return [{ index, schedule }];
    if (wanted(index)) held.add(index);
    return [];
  };
  const lane = async (player: Player) => {
    for (let open: UnderWay[] = []; goesOn(); ) {
      open = open.filter(({ index }) => wanted(index));
      while (open.length < row && next < inputs.length && wanted(next))
        open.push({ index: next++, schedule: [] });
      if (open.length === 0) return;
      const batch = open.map(
        ({ index, schedule }): Run => ({ input: inputs[index]!, choices: schedule, gaps }),
      );
      const verdicts = await player(batch);
      // Ctrl-C ends the players, too: what they say then is nothing.
      if (!goesOn()) return;
      for (const [at, verdict] of verdicts.entries()) {
        if (verdict.outcome === "grader-error") throw new Error(verdict.feedback);
        if (++passes % GUARDED === 0) await guard(player, batch[at]!, verdict);
      }
      open = open.flatMap(({ index }, at) => judged(index, verdicts[at]!));
      progress?.({ runs: played, held: held.size });
    }
  };
  await Promise.all(players.map(lane));
  // Of inputs beyond the one found there are more or fewer, as the players come: they do not count.
  const counted = [...runs].filter(([index]) => wanted(index) || index === found?.index);
  return {
    runs: counted.reduce((sum, [, each]) => sum + each, 0),
    held: [...held].filter(wanted).length,
    ...(found && { found }),
  };
}

/** Throws unless the run goes as it went. */
export async function guard(player: Player, run: Run, verdict: CheckVerdict): Promise<void> {
  const [again] = await player([run]);
  const told = ({ outcome, feedback, trace }: CheckVerdict) =>
    JSON.stringify([outcome, feedback, trace?.choices]);
  if (told(again!) === told(verdict)) return;
  throw new Error(
    `The same choices gave another run: ${JSON.stringify(run.choices)} with ${JSON.stringify(run.input)}`,
  );
}
