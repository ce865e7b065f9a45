// What changed since the score was last looked at: .cache/score.json, which git ignores.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../../lib/replace-file.ts";
import type { ExerciseScore, Score } from "./score.ts";

export interface LastTime {
  /** When that was, in ms since 1970. */
  at: number;
  /** Points by exercise. */
  points: ReadonlyMap<string, number>;
}

export interface Change {
  id: string;
  from: number;
  to: number;
}

const fileIn = (root: string) => join(root, ".cache", "score.json");

/** Undefined if there was no last time, or what is written there makes no sense. */
export function lastTime(root: string): LastTime | undefined {
  try {
    const { at, points } = JSON.parse(readFileSync(fileIn(root), "utf8"));
    const entries = Object.entries(points).filter((entry): entry is [string, number] =>
      Number.isFinite(entry[1]),
    );
    const time = Date.parse(at);
    return Number.isNaN(time) ? undefined : { at: time, points: new Map(entries) };
  } catch {
    return undefined;
  }
}

/** Where it cannot be written the next time knows of no change: that is no fault. */
export async function rememberScore(
  root: string,
  score: Score,
  now: number,
  last: LastTime | undefined,
): Promise<void> {
  // What cannot be graded today was not lost.
  const points = allOf(score).map(({ id, score, outcome }) => [
    id,
    outcome === "grader-error" ? (last?.points.get(id) ?? 0) : score,
  ]);
  const state = { at: new Date(now).toISOString(), points: Object.fromEntries(points) };
  try {
    mkdirSync(dirname(fileIn(root)), { recursive: true });
    await replaceFile(fileIn(root), `${JSON.stringify(state, null, 2)}\n`);
  } catch {}
}

/** The exercises whose points are others now, sorted by id. */
export function changesSince({ points }: LastTime, score: Score): Change[] {
  return allOf(score)
    .filter(({ outcome }) => outcome !== "grader-error")
    .map(({ id, score }) => ({ id, from: points.get(id) ?? 0, to: score }))
    .filter(({ from, to }) => from !== to);
}

/** `5 minutes ago`, `yesterday`; a time to come, as of a clock that was wrong, is `now`. */
export function ago(then: number, now: number): string {
  const minutes = Math.max(0, Math.round((now - then) / 60_000));
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (minutes === 0) return "just now";
  if (minutes < 60) return words.format(-minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours < 24 ? words.format(-hours, "hour") : words.format(-Math.round(hours / 24), "day");
}

function allOf({ belts }: Score): ExerciseScore[] {
  return belts.flatMap(({ exercises }) => exercises);
}
