// What an attack on other students is: a class of honest ones, and all that the attacker adds to it.
import type { DatabaseSync } from "node:sqlite";
import type { GradeOptions } from "../grade/args.ts";
import type { ClassName } from "./classes.ts";

/** By their paths; one that ends in `/` is an empty folder. */
export type Files = Readonly<Record<string, string | Buffer>>;

export interface Attack {
  /** Unique in the corpus. */
  name: string;
  /** One line: whom it is after, and how. */
  tries: string;
  /** The honest class; see classes.ts. */
  in: ClassName;
  /** The attacker's files, in the class's folder (or in its archive, where it is packed as one). */
  files?: Files;
  /** The attacker's lines at the end of the roster, and above all others in it. */
  roster?: readonly string[];
  rosterAbove?: readonly string[];
  /** The attacker's rows at the end of Moodle's worksheet. */
  worksheet?: readonly string[];
  /** What text cannot say: links, pipes, repositories. `folder`: the class's (absolute). */
  act?(folder: string): void;
  options?: Partial<GradeOptions>;
  /** Earlier gradings into the same report, each of these files alone. */
  earlier?: readonly Files[];
  /** The grading is stopped after that many submissions, and begun again. */
  stoppedAfter?: number;
  /** What is done to the gradebook of an earlier grading of the whole class. */
  gradebook?(database: DatabaseSync): void;
  /** Refusing the teacher's file as a whole, before any mark is written, is as good: it moves nobody's. */
  mayRefuse?: true;
  /** Nothing need be seen of it. */
  quiet?: true;
  /** What the command ends with; 0 if nothing else is said. */
  exitCode?: number;
  /**
   * Nobody can tell the attacker from somebody honest. Then that one's verdicts stay, but a row of a roster or worksheet
   * may stay unmatched, if all of these texts are said.
   */
  doubt?: readonly string[];
}

/** Fails every check of the fake engine: lost marks would be seen. */
export const rubbish = "failed failed failed";

/** A test's. */
export function titleOf({ name, tries }: Attack): string {
  return `${name}: tries ${tries}`;
}
