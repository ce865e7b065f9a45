// Chooses the inputs that count: few, with which every wrong program fails that fails with any of many.
import {
  type Asked,
  type ChosenInputs,
  MOST_CHOSEN,
  madeFrom,
  OF_THE_SEED,
  originText,
} from "../../../graders/engine/inputs.ts";
import type { Input } from "../../../graders/engine/sandbox/protocol.ts";
import { type Check, isGenerated } from "../../../graders/kit/grader.ts";
import { show } from "../../../graders/trace/plain.ts";
import { inParallel } from "../../lib/pool.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { inWords } from "./chosen-file.ts";
import { cover } from "./cover.ts";

/** All programs are tried with so many of them; those that fail with none of these, with the rest, too. */
const FIRST = 200;
/** How many of the rest at a time. */
const ROW = 250;

export interface Tried {
  /** What it is called in messages: `solutions/03-three-apis/wrong/x.ts`. */
  name: string;
  text: string;
  isRight: boolean;
}

/**
 * Whether the program fails the check with each of the inputs. Fewer where it had to be stopped, or cannot run at all:
 * the last one is then a failure.
 */
export type Fails = (program: Tried, check: Check, inputs: readonly Input[]) => Promise<boolean[]>;

export interface Choice {
  chosen: ChosenInputs;
  /** A line a check. */
  told: string[];
}

/** A wrong program, and the candidates (by index) with which it fails, as far as is known. */
interface Wrong {
  program: Tried;
  failing: Set<number>;
  /** It was stopped: what comes after its last failure is not known. */
  stopped: boolean;
}

/**
 * For each of the exercise's checks that has generated inputs, of all that so many seeds would ask. Throws a UsageError if a right program fails with one.
 */
export async function chooseInputs(
  { id, checks }: { id: string; checks: readonly Check[] },
  programs: readonly Tried[],
  fails: Fails,
  { jobs, seeds }: { jobs: number; seeds: number },
): Promise<Choice> {
  const choice: Choice = { chosen: {}, told: [] };
  for (const check of checks) {
    if (!isGenerated(check.cast)) continue;
    const candidates = candidatesOf(check, seeds);
    const signal = new AbortController().signal;
    const all = await inParallel(programs, { jobs, signal }, (program) =>
      tried(program, check, candidates, fails),
    );
    const right = all.find(({ program, failing }) => program.isRight && failing.size > 0);
    if (right) throw new UsageError(tooStrict(id, check, right, candidates));
    const wrong = all.filter(({ program, failing }) => !program.isRight && failing.size > 0);
    const enough = await chosenOf(wrong, check, candidates, fails);
    const picked = enough.slice(0, MOST_CHOSEN);
    choice.chosen[check.id] = inWords(
      check,
      picked.map((index) => originText(candidates[index]!.origin!)),
    );
    choice.told.push(toldOf(id, check, wrong, picked, enough.length));
  }
  return choice;
}

/** Each input once, in the order in which the seeds make them. */
function candidatesOf({ cast }: Check, seeds: number): Asked[] {
  const seen = new Set<string>();
  return Array.from({ length: seeds }, (_, index) => index + 1)
    .flatMap((seed) => (isGenerated(cast) ? madeFrom(cast, seed, OF_THE_SEED) : []))
    .filter(({ input }) => {
      const text = JSON.stringify(input);
      return !seen.has(text) && seen.add(text);
    });
}

async function tried(
  program: Tried,
  check: Check,
  candidates: readonly Asked[],
  fails: Fails,
): Promise<Wrong> {
  const failing = new Set<number>();
  for (let from = 0; from < candidates.length && failing.size === 0; from += from === 0 ? FIRST : ROW) {
    const row = candidates.slice(from, from + (from === 0 ? FIRST : ROW)).map(({ input }) => input);
    const failed = await fails(program, check, row);
    for (const [index, bad] of failed.entries()) if (bad) failing.add(from + index);
    if (failed.length < row.length) return { program, failing, stopped: true };
  }
  return { program, failing, stopped: false };
}

/** The candidates (by index) that are enough, those first that fail most. */
async function chosenOf(
  wrong: readonly Wrong[],
  check: Check,
  candidates: readonly Asked[],
  fails: Fails,
): Promise<number[]> {
  const known = wrong.filter(({ stopped }) => !stopped).map(({ failing }) => failing);
  const chosen = cover(known, (index) => JSON.stringify(candidates[index]!.input).length);
  // Each candidate costs a time limit with a program that never comes back: these are tried with what is chosen alone.
  for (const { program, failing } of wrong.filter(({ stopped }) => stopped)) {
    if (chosen.some((index) => failing.has(index))) continue;
    const failed = await fails(
      program,
      check,
      chosen.map((index) => candidates[index]!.input),
    );
    for (const [at, bad] of failed.entries()) if (bad) failing.add(chosen[at]!);
    if (!failed.includes(true)) chosen.push([...failing].at(-1)!);
  }
  return chosen;
}

function toldOf(
  id: string,
  { id: check }: Check,
  wrong: readonly Wrong[],
  picked: readonly number[],
  enough: number,
): string {
  const failed = wrong.filter(({ failing }) => picked.some((index) => failing.has(index)));
  const inputs = picked.length === 1 ? "1 input" : `${picked.length} inputs`;
  const told = `${id} ${check}: with ${inputs} ${failed.length} of ${wrong.length} wrong programs fail`;
  if (picked.length === enough) return told;
  return `${told}; ${enough} would be needed for all, and a check has room for ${MOST_CHOSEN}: let its cast make more telling ones`;
}

function tooStrict(
  id: string,
  { id: check }: Check,
  { program, failing, stopped }: Wrong,
  candidates: readonly Asked[],
): string {
  const { input, origin } = candidates[[...failing].at(0)!]!;
  const how = stopped ? "was stopped or does not run" : "fails";
  return `${program.name} is a right answer, and ${how} in "${check}" of ${id} with the input ${originText(origin!)}: ${show(input[0]!)} Mend that first.`;
}
