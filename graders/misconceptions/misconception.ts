/** What is behind a wrong answer, in a beginner's words. `course`: the part of the course that teaches it. */
export interface Misconception {
  title: string;
  /** What happened, why, and what to do. */
  explanation: string;
  course: string;
}
