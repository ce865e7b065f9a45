// Explores a check stage by stage: first few clients, and nothing in one turn; then more.
import type { Check } from "../../../graders/kit/grader.ts";
import { type Plain, toPlain } from "../../../graders/trace/plain.ts";
import { simplest, takenIn } from "./schedules.ts";
import { type Found, guard, type Player, type Run, type Searched, search } from "./search.ts";

export interface StageDone extends Searched {
  /** How many clients; and gaps other than the usual one, at most. */
  size: number;
  joined: number;
  /** How many inputs there are. */
  inputs: number;
  /** There was no time for all of it. */
  stopped: boolean;
}

export interface Explored {
  stages: StageDone[];
  /** The smallest failure, with as few choices as show it. */
  failure?: { run: Run; verdict: Found["verdict"]; stage: StageDone };
}

export interface How {
  /** The largest size, and most gaps. */
  clients: number;
  pairs: number;
  goesOn: () => boolean;
  /** Hears of each stage when it begins, how far it is, and when it is over. */
  progress: (soFar: { size: number; joined: number; inputs: number; runs: number; held: number }) => void;
  done: (stage: StageDone) => void;
}

/** The kinds of gaps that the check is explored with; 0: nothing is in one turn. */
export const gapsOf = ({ explored }: Check): number => explored?.gaps ?? 1;

/** Rejects if a mistake is ours: see `search`. */
export async function explore(check: Check, players: readonly Player[], how: How): Promise<Explored> {
  const stages: StageDone[] = [];
  for (let size = 1; size <= how.clients; size++) {
    const inputs: Plain[] = Array.from(check.explored!.inputs(size), toPlain);
    for (let joined = 0; joined <= (gapsOf(check) > 0 ? how.pairs : 0) && inputs.length > 0; joined++) {
      const gaps = joined > 0 ? gapsOf(check) : 0;
      const begun = { size, joined, inputs: inputs.length };
      const progress = (soFar: { runs: number; held: number }) => how.progress({ ...begun, ...soFar });
      const searched = await search({ inputs, gaps, joined }, players, { goesOn: how.goesOn, progress });
      const stage = { ...begun, ...searched, stopped: !searched.found && searched.held < inputs.length };
      stages.push(stage);
      how.done(stage);
      const { found } = searched;
      if (found) {
        const run = {
          input: inputs[found.index]!,
          choices: takenIn(found.verdict.trace?.choices ?? []),
          gaps,
        };
        return { stages, failure: { stage, ...(await simplified(players[0]!, run, found.verdict)) } };
      }
      if (stage.stopped) return { stages };
    }
  }
  return { stages };
}

/** The same failure with as few choices as show it. */
async function simplified(player: Player, run: Run, verdict: Found["verdict"]) {
  await guard(player, run, verdict);
  let shown = verdict;
  const same = async (choices: number[]) => {
    const [tried] = await player([{ ...run, choices }]);
    const alike = tried!.outcome === verdict.outcome && tried!.misconception === verdict.misconception;
    if (alike) shown = tried!;
    return alike;
  };
  const choices = verdict.trace ? await simplest(run.choices, same) : run.choices;
  return { run: { ...run, choices }, verdict: shown };
}
