// Every answer that the exercise has, explored: right ones hold, and who fails a check is found by exploring it.
import type { Check, Grader } from "../../../graders/kit/grader.ts";
import type { Paint } from "../../lib/terminal.ts";
import { readPieces } from "../evidence/project-files.ts";
import { wrongHeader } from "../evidence/wrong-header.ts";
import { explore, type How } from "./explore.ts";
import type { Players } from "./players.ts";
import { COUNT } from "./report.ts";

/** `must`: whether the check must hold, or fail, in some schedule; neither, if the answer is wrong elsewhere. */
export interface StoredAnswer {
  name: string;
  text: string;
  must?: "hold" | "fail";
}

export interface AnswerExplored extends StoredAnswer {
  failed: boolean;
  /** There was no time for all of it. */
  stopped: boolean;
  runs: number;
  /** Real seconds, the start of the sandbox included. */
  seconds: number;
}

/** The exercise's reference solution, other right ones, and wrong ones, in the project in `root`. */
export function storedAnswers(root: string, { id }: Grader, check: Check): StoredAnswer[] {
  const { entry, reference = "", alsoCorrect, wrong } = readPieces(root, id);
  const right = [{ name: entry, text: reference }, ...alsoCorrect];
  const fails = (text: string) => {
    const header = wrongHeader(text);
    return header?.check === check.id;
  };
  return [
    ...right.map((each) => ({ ...each, must: "hold" as const })),
    ...wrong.map((each) => ({ ...each, ...(fails(each.text) && { must: "fail" as const }) })),
  ];
}

/** Explores the check with one answer after the other, each until its first failure, or the end, or so many real ms later. */
export async function* exploreAnswers(
  check: Check,
  answers: readonly StoredAnswer[],
  playersOf: (answer: StoredAnswer) => Promise<Players>,
  { clients, pairs, ms, goesOn }: Pick<How, "clients" | "pairs" | "goesOn"> & { ms: number },
): AsyncGenerator<AnswerExplored> {
  for (const answer of answers) {
    if (!goesOn()) return;
    const begun = performance.now();
    const players = await playersOf(answer);
    const how = { clients, pairs, progress: () => {}, done: () => {} };
    const inTime = () => goesOn() && performance.now() < begun + ms;
    const { stages, failure } = await explore(check, players.of(check), { ...how, goesOn: inTime }).finally(
      players.close,
    );
    yield {
      ...answer,
      failed: failure !== undefined,
      stopped: stages.at(-1)?.stopped ?? false,
      runs: stages.reduce((sum, each) => sum + each.runs, 0),
      seconds: (performance.now() - begun) / 1000,
    };
  }
}

/** It is not as it must be. What was stopped says nothing. */
export const isOdd = ({ must, failed, stopped }: AnswerExplored) =>
  !stopped && ((must === "hold" && failed) || (must === "fail" && !failed));

/** `✓ wrong/barging.ts    1,040 schedules    2.1 s  fails`. */
export function answerLine(answer: AnswerExplored, paint: Paint): string {
  const { name, failed, stopped, runs, seconds } = answer;
  const sign = isOdd(answer) ? paint("red", "✗") : stopped ? paint("yellow", "…") : paint("green", "✓");
  const end = failed ? "fails" : stopped ? "stopped" : "holds";
  const odd = isOdd(answer) ? (failed ? ", and is right" : ", and the grader fails it") : "";
  return `  ${sign} ${name.padEnd(64)} ${COUNT.format(runs).padStart(8)} schedules ${seconds.toFixed(1).padStart(6)} s  ${end}${odd}`;
}

/** How many of each kind there were. */
export function answersLine(all: readonly AnswerExplored[]): string {
  const right = all.filter(({ must }) => must === "hold");
  const wrong = all.filter(({ must }) => must === "fail");
  const other = all.filter(({ must }) => must === undefined);
  const failed = (some: readonly AnswerExplored[]) => some.filter((each) => each.failed).length;
  const slowest = Math.max(0, ...wrong.filter((each) => each.failed).map(({ seconds }) => seconds));
  return [
    `${right.length - failed(right)} of ${right.length} right answers hold.`,
    `${failed(wrong)} of ${wrong.length} that fail this check are found, the slowest in ${slowest.toFixed(1)} s.`,
    `${failed(other)} of ${other.length} that fail others fail here, too, in some order.`,
  ].join(" ");
}
