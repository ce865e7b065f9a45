// What grading needs of the exercises. A full clone makes it from the sources; in a student edition, whose bundle has
// packs.ts in place of sources.ts, it was made beforehand.
import type { Grader } from "../../kit/grader.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Catalogue } from "../judge/catalogue.ts";
import type { Scenario } from "../reference-runs.ts";
import type { Fingerprint } from "./fingerprints.ts";
import type { RightAnswer } from "./right-answers.ts";

export { assets } from "./sources.ts";

export interface Assets {
  /**
   * The graders of these ids (default all), sorted, and the path of the child's program with them. Throws EngineError if
   * there is none, or the program cannot be made.
   */
  load(only?: string[]): Promise<{ graders: Grader[]; program: string }>;
  /** SHA-256 over everything that decides a verdict. */
  hash(): string;
  /** See Engine.fingerprints. */
  fingerprints(ids: string[]): Promise<Record<string, Fingerprint>>;
  /** What is known of how the exercise `id` is failed; empty if nothing is. */
  catalogue(id: string): Catalogue;
  /** The source of the reference solution, if it is here. */
  reference(id: string): string | undefined;
  /** Right answers of the course's own; none if they are not here. */
  rightAnswers(id: string): RightAnswer[];
  /** Otherwise its trace in this scenario, if it was recorded. */
  recordedGhost(id: string, scenario: Scenario): Trace | undefined;
}
