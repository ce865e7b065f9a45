// The score as lines of a terminal: a bar for each belt, a sign for each of its exercises, what changed, what is next.
import { belts } from "../../lib/belts.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { columnsOf, cut, type Paint, printable, wrap } from "../../lib/terminal.ts";
import type { Change } from "./last-time.ts";
import type { BeltScore, ExerciseScore, Score } from "./score.ts";

export interface ScoreFacts {
  title?(id: string): string;
  /** What changed since the score was last looked at, and when that was (`yesterday`). */
  since?: { when: string; changes: Change[] };
}

/** How much of an exercise's standing has room. */
type Cells = "numbers" | "signs" | "none";
interface Columns {
  bar: number;
  points: number;
  cells: Cells;
}
type Style = Parameters<Paint>[0];

const NAME = 8;
const MARK = 4;
const NARROW_BAR = 10;
const WIDE_BAR = 20;
const MOST_CHANGES = 8;

/** Lines of at most `width` columns (at least 40), but for a command that is longer. */
export function scoreLines(score: Score, width: number, paint: Paint, facts: ScoreFacts = {}): string[] {
  const columns = columnsFor(score, width);
  return [
    totalLine(score, width, paint),
    "",
    ...score.belts.map((belt) => beltLine(belt, columns, paint)),
    "",
    ...legend(score, columns, width).map((line) => paint("dim", line)),
    ...sinceLines(facts, score, width, paint),
    ...faultLines(score, width).map((line) => paint("yellow", line)),
    ...(score.next ? nextLines(score, width, paint, facts) : [paint("green", "All done. Well done!")]),
  ];
}

function columnsFor({ belts }: Score, width: number): Columns {
  const points = Math.max(...belts.map((belt) => pointsOf(belt).length));
  const most = Math.max(...belts.map(({ exercises }) => exercises.length));
  const around = MARK + NAME + points + 2;
  const wide = [2 * WIDE_BAR, WIDE_BAR].find((bar) => around + bar + most * 6 <= width);
  if (wide !== undefined) return { bar: wide, points, cells: "numbers" };
  const cells = around + NARROW_BAR + 2 + most <= width ? "signs" : "none";
  const room = width - around - (cells === "signs" ? 2 + most : 0);
  return { bar: Math.min(WIDE_BAR, Math.max(NARROW_BAR, room)), points, cells };
}

function totalLine({ score, maxScore, percent, belts }: Score, width: number, paint: Paint): string {
  const text = `${score} of ${maxScore} points (${percent} %)`;
  const earned = belts.filter(isWhole).at(-1);
  const badge = earned ? `● ${earned.name} belt` : "";
  const line = paint("bold", `${score} of ${maxScore} points`) + text.slice(text.indexOf(" ("));
  return badge && columnsOf(text) + columnsOf(badge) + 3 <= width
    ? `${line}   ${paint(colourOf(earned!), badge)}`
    : line;
}

function beltLine(belt: BeltScore, { bar, points, cells }: Columns, paint: Paint): string {
  // Only a full belt has a full bar.
  const full = belt.maxScore === 0 ? 0 : Math.floor((bar * belt.score) / belt.maxScore);
  const colour = colourOf(belt);
  const begun = belt.exercises.some(({ untouched }) => !untouched);
  const mark = isWhole(belt) ? "●" : begun ? "◐" : "○";
  const name = belt.name.padEnd(NAME);
  const picture = paint(colour, "█".repeat(full)) + paint("dim", "░".repeat(bar - full));
  const marked = begun ? `${paint(colour, mark)} ${name}` : paint("dim", `${mark} ${name}`);
  const line = `  ${marked}${picture}  ${pointsOf(belt).padStart(points)}`;
  if (cells === "none") return line;
  const signs = belt.exercises.map((exercise) => cell(exercise, cells, paint));
  return `${line}  ${signs.join(cells === "numbers" ? "  " : "")}`;
}

function cell(
  { id, score, maxScore, outcome, untouched }: ExerciseScore,
  cells: Cells,
  paint: Paint,
): string {
  const [sign, style]: [string, Style] =
    outcome === "grader-error"
      ? ["!", "yellow"]
      : untouched
        ? ["·", "dim"]
        : score === maxScore
          ? ["✓", "green"]
          : [cells === "signs" && score > 9 ? "+" : String(score), score === 0 ? "red" : "yellow"];
  return paint(style, cells === "numbers" ? `${numberOf(id)} ${sign}` : sign);
}

function legend(score: Score, { cells }: Columns, width: number): string[] {
  if (cells === "none") return [];
  const all = score.belts.flatMap(({ exercises }) => exercises);
  const begun = all.filter(({ untouched, outcome }) => !untouched && outcome !== "passed");
  const parts = [
    all.some(({ outcome }) => outcome === "passed") && "✓ done",
    begun.some(({ outcome }) => outcome !== "grader-error") && "a number: points so far",
    all.some(({ untouched }) => untouched) && "· not begun",
    all.some(({ outcome }) => outcome === "grader-error") && "! could not be graded",
  ].filter((part) => part !== false);
  return [...wrap(parts.join("   "), width, "   "), ""];
}

function sinceLines({ since, title }: ScoreFacts, score: Score, width: number, paint: Paint): string[] {
  if (!since) return [];
  const { when, changes } = since;
  if (changes.length === 0)
    return [...wrap(`Nothing new since last time (${when}).`, width).map((line) => paint("dim", line)), ""];
  const gained = changes.reduce((sum, { from, to }) => sum + to - from, 0);
  const left = changes.length - MOST_CHANGES;
  const of = new Map(score.belts.flatMap(({ exercises }) => exercises.map((each) => [each.id, each])));
  const lines = changes.slice(0, MOST_CHANGES).map(({ id, from, to }) => {
    const [sign, style]: [string, Style] = to > from ? ["▲", "green"] : ["▼", "red"];
    const done = of.get(id)?.outcome === "passed" ? "  done" : "";
    const name = title ? `  ${printable(title(id))}` : "";
    const step = `${numberOf(id)}  ${String(from).padStart(2)} → ${String(to).padStart(2)}${done.padEnd(6)}`;
    return `  ${paint(style, sign)} ${cut(`${step}${name}`.trimEnd(), width - 4)}`;
  });
  const total = gained > 0 ? `+${gained}` : String(gained);
  const heading = `Since last time (${when}): ${paint(gained < 0 ? "red" : "green", `${total} ${Math.abs(gained) === 1 ? "point" : "points"}`)}`;
  return [heading, ...lines, ...(left > 0 ? [paint("dim", `    and ${left} more`)] : []), ""];
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

function nextLines({ next }: Score, width: number, paint: Paint, { title }: ScoreFacts): string[] {
  const name = title ? `${next!.exercise}  ${printable(title(next!.exercise))}` : next!.exercise;
  return [cut(`Next: ${name}`, width), `  ${paint("bold", next!.command)}`];
}

function isWhole({ exercises }: BeltScore): boolean {
  return exercises.every(({ outcome }) => outcome === "passed");
}

function colourOf({ name }: BeltScore): Style {
  return (belts.find((belt) => belt.name === name)?.colour ?? "cyan") as Style;
}

function pointsOf({ score, maxScore }: BeltScore): string {
  return `${score}/${maxScore}`;
}
