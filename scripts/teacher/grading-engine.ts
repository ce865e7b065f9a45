// What grading a class needs of whoever runs and judges: the engine here, or one that has other machines run.
import type { Engine } from "../../graders/engine/engine.ts";

/** What grading needs of the engine. */
export type GradingEngine = Pick<
  Engine,
  | "graders"
  | "gradersHash"
  | "layers"
  | "weaker"
  | "surroundings"
  | "fingerprints"
  | "program"
  | "reference"
  | "ghost"
  | "gradeSubmission"
  | "close"
> & {
  /** Absent where no lines are told. */
  places?: Engine["places"];
  /** Where programs are run by other machines: how many submissions at a time is their say. */
  lanes?: Lanes;
};

export interface Lanes {
  /** As many as there can ever be. */
  atOnce: number;
  /** Resolves when there is room for one, to what gives the room back. */
  turn(): Promise<() => void>;
  /** What runs programs, as words after a comma. */
  readonly opening: string;
  /** What went otherwise than it should, in sentences. */
  readonly closing: readonly string[];
}
