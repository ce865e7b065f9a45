// What a terminal shows of a class that is too large for a row each: a row an exercise, and how the points are spread.
import { type Paint, printable } from "../../lib/terminal.ts";
import type { SubmissionResult } from "../results.ts";
import { percentOf } from "../rounding.ts";

interface Row {
  handedIn: number;
  passed: number;
  /** Of those whose answer could be taken. */
  score: number;
  maxScore: number;
}

const unread = ["invalid", "grader-error"];
const bins = 10;
const barWidth = 40;

/** Gathers it, one submission at a time. */
export class Overview {
  private readonly rows = new Map<string, Row>();
  /** How many have 0–9 % of the points, 10–19 % and so on; all points count to the last. */
  private readonly spread: number[] = new Array(bins).fill(0);

  add({ score, maxScore, exercises }: SubmissionResult): void {
    const share = maxScore === 0 ? 0 : score / maxScore;
    this.spread[Math.min(Math.floor(share * bins), bins - 1)]!++;
    for (const { id, outcome, ...points } of exercises) {
      const row = this.rows.get(id) ?? { handedIn: 0, passed: 0, score: 0, maxScore: 0 };
      this.rows.set(id, row);
      if (outcome === "missing") continue;
      row.handedIn++;
      // What could not be taken tells nothing of how hard it is.
      if (unread.includes(outcome)) continue;
      if (outcome === "passed") row.passed++;
      row.score += points.score;
      row.maxScore += points.maxScore;
    }
  }

  /** Lines safe to print. */
  lines(paint: Paint): string[] {
    const width = Math.max("exercise".length, ...[...this.rows.keys()].map((id) => id.length));
    const line = (cells: (string | number)[]) =>
      `${String(cells[0]).padEnd(width)}${cells.slice(1).reduce<string>((text, cell) => text + String(cell).padStart(11), "")}`;
    const rows = [...this.rows].map(([id, { handedIn, passed, score, maxScore }]) =>
      line([printable(id), handedIn, passed, maxScore === 0 ? "–" : percentOf(score, maxScore)]),
    );
    const most = Math.max(...this.spread, 1);
    const bars = this.spread.map((count, index) => {
      const to = index === bins - 1 ? 100 : (index + 1) * 10 - 1;
      const bar = "█".repeat(Math.ceil((barWidth * count) / most));
      return `${`${index * 10}–${to}`.padStart(8)}${String(count).padStart(7)}${bar && ` ${bar}`}`;
    });
    return [
      paint("bold", line(["exercise", "handed in", "passed", "points %"])),
      ...rows,
      "",
      paint("bold", "points %  students"),
      ...bars,
    ];
  }
}
