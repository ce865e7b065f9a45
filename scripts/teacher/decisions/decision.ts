// What a teacher decides about one student, or about how much an exercise counts: a list, each with its reason.
import type { Lateness, RosterEntry } from "../class-report.ts";
import { markOf, parseTime } from "../roster/late.ts";

export const kinds = ["points", "mark", "excused", "extension", "comment", "weight"] as const;
export type Kind = (typeof kinds)[number];

export interface Decision {
  /** The submission's id, or the roster's; empty for `weight`, which is about everybody. */
  id: string;
  /** Empty where it is about all of them. */
  exercise: string;
  kind: Kind;
  /** Points, a mark, a time, a weight, or a comment's text; empty for `excused`. */
  value: string;
  reason: string;
}

/** An exercise's points as they were graded. */
export interface Graded {
  id: string;
  score: number;
  maxScore: number;
  /** Points that are taken off. */
  off?: number;
}

export interface Marked {
  mark: number;
  /** Nothing of theirs counts. */
  excused: boolean;
}

export class Decisions {
  readonly all: readonly Decision[];
  private readonly byId: ReadonlyMap<string, Decision[]>;

  constructor(all: readonly Decision[]) {
    this.all = all;
    this.byId = Map.groupBy(
      all.filter(({ id }) => id !== ""),
      ({ id }) => id,
    );
  }

  /** Those about a submission: by its own id, else by its row of the roster. */
  of(id: string, person?: RosterEntry): readonly Decision[] {
    return this.byId.get(id) ?? (person && this.byId.get(person.id)) ?? [];
  }

  /** When it is due for them: real ms; undefined where they have no extension. */
  extension(id: string, person?: RosterEntry): number | undefined {
    const extended = this.of(id, person).find(({ kind }) => kind === "extension");
    return extended && parseTime(extended.value);
  }

  /** How much an exercise counts; 1 where nothing is said. */
  weight(exercise: string): number {
    const found = this.all.find((each) => each.kind === "weight" && each.exercise === exercise);
    return found ? Number(found.value) : 1;
  }

  /** What all exercises are worth together. */
  maxMark(exercises: readonly Omit<Graded, "score">[]): number {
    return hundredths(exercises.reduce((sum, { id, maxScore }) => sum + this.weight(id) * maxScore, 0));
  }

  /** Ids of which nobody here is called so. */
  strangers(known: ReadonlySet<string>): string[] {
    return [...this.byId.keys()].filter((id) => !known.has(id));
  }

  /**
   * The mark: points as they are decided, each exercise by its weight. What is excused counts neither way, so that the rest
   * counts for all; then lateness; and a mark that is decided stands above all of it.
   */
  mark(exercises: readonly Graded[], theirs: readonly Decision[], late: Lateness | undefined): Marked {
    const decided = theirs.find(({ kind, exercise }) => kind === "mark" && exercise === "");
    let [points, counted] = [0, 0];
    for (const graded of exercises) {
      if (isExcused(theirs, graded.id)) continue;
      points += this.weight(graded.id) * pointsOf(theirs, graded);
      counted += this.weight(graded.id) * graded.maxScore;
    }
    const excused = !decided && exercises.length > 0 && exercises.every(({ id }) => isExcused(theirs, id));
    const most = this.maxMark(exercises);
    const whole = counted === 0 || counted === most ? points : (points * most) / counted;
    return { mark: decided ? Number(decided.value) : markOf(hundredths(whole), late), excused };
  }
}

export function isExcused(theirs: readonly Decision[], exercise: string): boolean {
  return theirs.some(
    (each) => each.kind === "excused" && (each.exercise === "" || each.exercise === exercise),
  );
}

/** An exercise's points, as they are decided or as they were graded. */
export function pointsOf(theirs: readonly Decision[], { id, score, off = 0 }: Graded): number {
  const decided = theirs.find(({ kind, exercise }) => kind === "points" && exercise === id);
  return decided ? Number(decided.value) : hundredths(score - off);
}

/** Likewise; undefined where it is excused. */
export function decidedPoints(theirs: readonly Decision[], graded: Graded): number | undefined {
  return isExcused(theirs, graded.id) ? undefined : pointsOf(theirs, graded);
}

/** Likewise; undefined also where nothing was handed in and no points were decided: to tell 0 would be a mark. */
export function toldPoints({ absent, decisions = [] }: Told, graded: Graded): number | undefined {
  const isDecided = decisions.some(({ kind, exercise }) => kind === "points" && exercise === graded.id);
  return absent && !isDecided ? undefined : decidedPoints(decisions, graded);
}

interface Told {
  absent?: unknown;
  decisions?: readonly Decision[];
}

/** `03-three-apis: 8 points: resubmitted on paper`, without its end. */
export function decisionWords({ exercise, kind, value, reason }: Decision): string {
  const what = {
    points: `${value} points decided`,
    mark: `the mark is ${value}`,
    excused: "excused",
    extension: `due ${value}`,
    comment: value,
    weight: `counts ${value} times`,
  }[kind];
  return `${exercise && `${exercise}: `}${what}${reason && kind !== "comment" ? ` (${reason})` : ""}`;
}

function hundredths(number: number): number {
  return Math.round(number * 100) / 100;
}
