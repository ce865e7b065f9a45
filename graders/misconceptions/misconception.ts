/** What is behind a wrong answer, in a beginner's words. `course`: the part of the course that teaches it. */
export interface Misconception {
  title: string;
  /** What happened and why: true in every exercise. */
  explanation: string;
  /** What to do, where the exercise has no advice of its own (see advice/). */
  advice: string;
  course: string;
}

/** Misconception id -> what to do about it, in one exercise's words. */
export type Advice = Record<string, string>;
