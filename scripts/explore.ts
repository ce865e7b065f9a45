// npm run explore: small inputs in every order of events. Usage: npm run explore -- --help
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { assets } from "../graders/engine/edition/assets.ts";
import { type SandboxCommand, sandboxCommand } from "../graders/engine/sandbox/sandbox.ts";
import type { CheckVerdict } from "../graders/engine/types.ts";
import type { Check, Grader } from "../graders/kit/grader.ts";
import { callersFolder, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { painter, print, widthOf } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import {
  type AnswerExplored,
  answerLine,
  answersLine,
  exploreAnswers,
  isOdd,
  type StoredAnswer,
  storedAnswers,
} from "./maintainer/explore/answers.ts";
import { type ExploreOptions, parseArguments } from "./maintainer/explore/arguments.ts";
import { type Explored, explore } from "./maintainer/explore/explore.ts";
import { type Players, playersOf } from "./maintainer/explore/players.ts";
import { exploredIn, programOf, readAnswer } from "./maintainer/explore/program.ts";
import { showProgress } from "./maintainer/explore/progress.ts";
import { stageLine, summaryLine } from "./maintainer/explore/report.ts";
import type { Run } from "./maintainer/explore/search.ts";
import { tokenOf } from "./maintainer/explore/token.ts";
import { linesOfChecks } from "./student/test/exercise-lines.ts";

const [HOLDS, FAILS, STOPPED] = [0, 1, 4];
const paint = painter(process.stdout);

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("explore", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), {
    known: exerciseIds(root),
    jobs: availableParallelism(),
  });
  if ("help" in options) {
    print(process.stdout, options.help);
    return HOLDS;
  }
  const { id, answer, jobs } = options;
  const reference = assets.reference(id);
  const text = answer === undefined ? reference : readAnswer(folder, answer);
  if (text === undefined) throw new UsageError(`${id} has no reference solution. Name a file: --answer FILE`);
  const { graders, program } = await assets.load([id]);
  const grader = graders[0]!;
  const checks = exploredIn(grader, options.replay?.check ?? options.check);
  const sandbox = sandboxCommand(program);
  if (options.answers) return await allAnswers(root, grader, checks, options, sandbox);
  const players = playersOf(await programOf(grader, text, answer ?? `${id}`), sandbox, jobs);
  /** What the reference does in the same schedule. */
  const ghostOf = async (check: Check, run: Run) => {
    if (answer === undefined || reference === undefined) return undefined;
    const own = playersOf(await programOf(grader, reference, id), sandbox, 1);
    const [verdict] = await own.of(check)[0]!([run]).finally(() => own.close());
    return verdict!.trace;
  };
  const show = async (check: Check, run: Run, verdict: CheckVerdict) => {
    const state = verdict.outcome === "passed" ? "passed" : "failed";
    const ghost = await ghostOf(check, run);
    const report = { id, checks: [{ title: check.title, state, verdict, ...(ghost && { ghost }) } as const] };
    const [colour, width] = [
      process.stdout.hasColors?.() ?? false,
      Math.min(widthOf(process.stdout) - 1, 120),
    ];
    print(process.stdout, [
      "",
      ...linesOfChecks(report, { width, paint, colour, root, timelines: true }).flat(),
    ]);
    const token = tokenOf({
      number: id.slice(0, 2),
      graders: assets.hash().slice(0, 8),
      check: check.id,
      ...run,
    });
    print(
      process.stdout,
      `again: npm run explore -- ${id.slice(0, 2)}${answer ? ` --answer ${answer}` : ""} --replay ${token}`,
    );
  };
  try {
    if (options.replay) return await replayed(checks[0]!, players, options.replay, show);
    return await explored(checks, players, options, show);
  } finally {
    await players.close();
  }
});

async function allAnswers(
  root: string,
  grader: Grader,
  checks: Check[],
  { clients, pairs, seconds, jobs }: ExploreOptions,
  sandbox: SandboxCommand,
): Promise<number> {
  let code = HOLDS;
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  const how = { clients, pairs, ms: seconds * 1000, goesOn: () => !interrupt.signal.aborted };
  for (const check of checks) {
    print(process.stdout, `${grader.id}: ${check.title}`);
    const all: AnswerExplored[] = [];
    const answers = storedAnswers(root, grader, check);
    const players = async ({ text, name }: StoredAnswer) =>
      playersOf(await programOf(grader, text, name), sandbox, jobs);
    for await (const explored of exploreAnswers(check, answers, players, how)) {
      all.push(explored);
      print(process.stdout, answerLine(explored, paint));
      if (isOdd(explored)) code = FAILS;
      else if (explored.stopped && code === HOLDS) code = STOPPED;
    }
    print(process.stdout, `  ${answersLine(all)}`);
  }
  return interrupt.signal.aborted && code === HOLDS ? STOPPED : code;
}

type Show = (check: Check, run: Run, verdict: CheckVerdict) => Promise<void>;

async function explored(
  checks: Check[],
  players: Players,
  options: ExploreOptions,
  show: Show,
): Promise<number> {
  const until = performance.now() + options.seconds * 1000;
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.once("SIGINT", interrupt);
  let code = HOLDS;
  try {
    for (const check of checks) {
      print(process.stdout, `${options.id}: ${check.title}`);
      const begun = performance.now();
      const progress = showProgress(process.stderr, check.explored!.of);
      const done: Explored = await explore(check, players.of(check), {
        ...options,
        goesOn: () => !interrupted && performance.now() < until,
        progress: progress.at,
        done: (stage) => {
          progress.clear();
          print(process.stdout, stageLine(stage, check.explored!.of, paint));
        },
      }).finally(progress.clear);
      if (done.failure) await show(check, done.failure.run, done.failure.verdict);
      const seconds = (performance.now() - begun) / 1000;
      print(process.stdout, `  ${summaryLine(done.stages, check.explored!.of, seconds)}`);
      if (done.failure) return FAILS;
      if (done.stages.at(-1)?.stopped) code = STOPPED;
    }
  } finally {
    process.off("SIGINT", interrupt);
  }
  if (code === STOPPED)
    print(process.stdout, interrupted ? "Stopped by Ctrl-C." : "Stopped: --seconds are over.");
  return code;
}

async function replayed(
  check: Check,
  players: Players,
  replay: Run & { graders: string },
  show: Show,
): Promise<number> {
  if (!assets.hash().startsWith(replay.graders))
    print(
      process.stderr,
      "Note: the graders are others than those of the token. It is played as far as it fits.",
    );
  const [verdict] = await players.of(check)[0]!([replay]);
  const { input, choices, gaps } = replay;
  await show(check, { input, choices, gaps }, verdict!);
  return verdict!.outcome === "passed" ? HOLDS : FAILS;
}
