// The command line of `npm run explore`.
import { Command } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercise } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { type Replay, replayOf } from "./token.ts";

export interface ExploreOptions {
  id: string;
  /** A file to explore in place of the reference solution. */
  answer?: string;
  /** Every answer that the exercise has is explored, one after the other. */
  answers?: true;
  /** The check's id; all that can be explored if not given. */
  check?: string;
  /** The largest size of inputs. */
  clients: number;
  /** How many gaps of a run are other than the usual one, at most. */
  pairs: number;
  /** Real seconds. */
  seconds: number;
  jobs: number;
  replay?: Replay;
}

export interface Surroundings {
  /** Ids of all exercises. */
  known: string[];
  /** How many players there are if none says. */
  jobs: number;
}

const examples = `
Examples:
  npm run explore -- 26                          all schedules of the reference solution, up to 3 clients
  npm run explore -- 26 --answer my-answer.ts    of another answer
  npm run explore -- 26 --answers                of each that the exercise has: who fails the check must be found
  npm run explore -- 26 --replay 26.1-3f9c0a12-… the one schedule that a token names, again

A schedule is one order of all that falls into the same virtual millisecond: services that end, aborts, what clients do,
and whether the next client acts in the very turn of the event before. The order of the answer's own microtasks is the
language's, and no choice.

Exit codes: 0 all schedules hold, 1 one fails, or wrong usage, 4 it was stopped before the end.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  { known, jobs }: Surroundings,
): ExploreOptions | { help: string } {
  const command = new Command("npm run explore --")
    .description(
      "Plays small inputs of an exercise in every order of events, and shows the smallest that fails.",
    )
    .argument("<exercise>", "a number or name, such as 14")
    .option("--answer <file>", "explore this file, and not the reference solution")
    .option("--answers", "explore every answer that the exercise has, right and wrong ones")
    .option("--check <id>", "of this check alone")
    .option("--clients <n>", "the largest inputs: so many clients, tasks, calls", "3")
    .option("--pairs <n>", "so many times at most does something come in the turn of what was before", "1")
    .option("--seconds <s>", "stop after so many seconds, with --answers each", "30")
    .option("--jobs <n>", "so many at a time", `${jobs}`)
    .option("--replay <token>", "play one schedule again")
    .addHelpText("after", examples)
    .allowExcessArguments(false);
  const see = " See: npm run explore -- --help";
  const help = parseWith(command, args, { see, missing: `Name one exercise: npm run explore -- 14.${see}` });
  if (help !== undefined) return { help };
  const options = command.opts();
  const id = selectExercise(command.args[0]!, known);
  const replay = options.replay === undefined ? undefined : replayOf(options.replay);
  if (replay && !id.startsWith(`${replay.number}-`))
    throw new UsageError(
      `This token is one of exercise ${replay.number}: npm run explore -- ${replay.number} --replay …`,
    );
  if (options.answers && (options.answer !== undefined || replay))
    throw new UsageError("--answers is all of them: take --answer or --replay away, or --answers.");
  return {
    id,
    clients: whole("--clients", options.clients, 1),
    pairs: whole("--pairs", options.pairs, 0),
    seconds: whole("--seconds", options.seconds, 1),
    jobs: whole("--jobs", options.jobs, 1),
    ...(options.answer !== undefined && { answer: options.answer }),
    ...(options.answers && { answers: true as const }),
    ...(options.check !== undefined && { check: options.check }),
    ...(replay && { replay }),
  };
}

function whole(option: string, text: string, least: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least) return value;
  throw new UsageError(`${option} must be a whole number from ${least}: it is "${text}".`);
}
