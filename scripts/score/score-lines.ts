// The score as lines of a terminal: a bar for each belt, and a sign for each of its exercises where there is room.
import { belts } from "../lib/belts.ts";
import { numberOf } from "../lib/exercise-ids.ts";
import { type Paint, wrap } from "../lib/terminal.ts";
import type { BeltScore, ExerciseScore, Score } from "./score.ts";

const NAME = 8;
const NARROW_BAR = 10;
const WIDE_BAR = 20;

/** Lines of at most `width` columns (at least 40). */
export function scoreLines(score: Score, width: number, paint: Paint): string[] {
  const points = Math.max(...score.belts.map((belt) => pointsOf(belt).length));
  const most = Math.max(...score.belts.map(({ exercises }) => exercises.length));
  const cells = NAME + WIDE_BAR + points + 6 + most * 6 <= width;
  const bar = Math.min(WIDE_BAR, Math.max(NARROW_BAR, width - NAME - points - 6));
  return [
    `${paint("bold", `${score.score} of ${score.maxScore} points`)} (${score.percent} %)`,
    "",
    ...score.belts.map((belt) => beltLine(belt, { bar, points, cells }, paint)),
    "",
    ...legend(score, cells, width).map((line) => paint("dim", line)),
    ...faultLines(score, width).map((line) => paint("yellow", line)),
    ...(score.next ? nextLines(score, paint) : [paint("green", "All done. Well done!")]),
  ];
}

function beltLine(
  belt: BeltScore,
  { bar, points, cells }: { bar: number; points: number; cells: boolean },
  paint: Paint,
): string {
  // Only a full belt has a full bar.
  const full = belt.maxScore === 0 ? 0 : Math.floor((bar * belt.score) / belt.maxScore);
  const colour = (belts.find(({ name }) => name === belt.name)?.colour ?? "cyan") as Parameters<Paint>[0];
  const picture = paint(colour, "█".repeat(full)) + paint("dim", "░".repeat(bar - full));
  const line = `  ${belt.name.padEnd(NAME)}${picture}  ${pointsOf(belt).padStart(points)}`;
  return cells
    ? `${line}  ${belt.exercises.map((exercise) => cell(exercise, paint)).join(" ")}`.trimEnd()
    : line;
}

function cell({ id, score, maxScore, outcome, untouched }: ExerciseScore, paint: Paint): string {
  const number = numberOf(id);
  if (outcome === "grader-error") return paint("yellow", `${number} ! `);
  if (untouched) return paint("dim", `${number} · `);
  if (score === maxScore) return paint("green", `${number} ✓ `);
  return `${paint(score === 0 ? "red" : "yellow", `${number} ${score}`)}`.padEnd(5);
}

function legend(score: Score, cells: boolean, width: number): string[] {
  if (!cells) return [];
  const all = score.belts.flatMap(({ exercises }) => exercises);
  const parts = [
    all.some(({ outcome }) => outcome === "passed") && "✓ done",
    all.some(({ untouched, outcome }) => !untouched && outcome !== "passed") && "a number: points so far",
    all.some(({ untouched }) => untouched) && "· not begun",
    all.some(({ outcome }) => outcome === "grader-error") && "! could not be graded",
  ].filter((part) => part !== false);
  return [...wrap(parts.join("   "), width), ""];
}

/** Which exercises could not be graded, if any. */
export function faultLines(score: Score, width: number): string[] {
  const ids = score.belts
    .flatMap(({ exercises }) => exercises)
    .filter(({ outcome }) => outcome === "grader-error");
  if (ids.length === 0) return [];
  const list = ids.map(({ id }) => id).join(", ");
  return wrap(`Not your fault: ${list} could not be graded, and counts as 0 here until that works.`, width);
}

function nextLines({ next }: Score, paint: Paint): string[] {
  return [`Next: ${next!.exercise}`, `  ${paint("bold", next!.command)}`];
}

function pointsOf({ score, maxScore }: BeltScore): string {
  return `${score}/${maxScore}`;
}
