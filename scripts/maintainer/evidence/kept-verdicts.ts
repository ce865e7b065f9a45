// Verdicts on the project's own answers that were given before: while an exercise, an answer to it and all that judges
// it are as they were, nothing of it runs again.
import type { Fingerprint } from "../../../graders/engine/edition/fingerprints.ts";
import { KeptFiles, keyOf } from "../../../graders/engine/edition/kept-files.ts";
import { isOurFault } from "../../../graders/engine/judge/final.ts";
import type {
  CheckVerdict,
  ExerciseFiles,
  ExerciseVerdict,
  Submission,
  SubmissionVerdict,
} from "../../../graders/engine/types.ts";
import type { Trace } from "../../../graders/trace/trace.ts";

/** What this needs of an engine, and what it is in its place. */
interface Judging<Graders> {
  readonly graders: Graders;
  gradeSubmission(
    submission: Submission,
    options: { seed: number; only?: string[] },
  ): Promise<SubmissionVerdict>;
  ghost(id: string, verdict: CheckVerdict): Promise<Trace | undefined>;
  close(): Promise<void>;
}

export interface Keeping<Graders> extends Judging<Graders> {
  /** Has what got this verdict graded anew the next time: it is not as it should be, which may be the machine's fault. */
  doubt(verdict: ExerciseVerdict): void;
}

/** What it needs to know when a verdict is still the same. */
interface Source<Graders> extends Judging<Graders> {
  readonly surroundings: string;
  fingerprints(): Promise<Record<string, Fingerprint>>;
  reference(id: string): string | undefined;
}

/** An exercise's file: by the hash of an answer and a seed, or of a scenario. */
interface Kept {
  verdicts: Record<string, ExerciseVerdict | undefined>;
  ghosts: Record<string, Trace | undefined>;
}

/** How many states of an exercise are kept: one may go back to where one was, on another branch. */
const STATES = 4;

/**
 * An engine that takes from `folder` what it knows, and keeps there what it learns, once it is closed. Only verdicts with
 * one of `tracedSeeds` keep their traces. Verdicts have no `answers`.
 */
export async function keepingVerdicts<Graders>(
  engine: Source<Graders>,
  { folder, tracedSeeds }: { folder: string; tracedSeeds: readonly number[] },
): Promise<Keeping<Graders>> {
  const fingerprints = await engine.fingerprints();
  const files = new KeptFiles(folder, STATES);
  const known = new Map<string, { state: string; kept: Kept; changed: boolean }>();
  const of = (id: string) => {
    const state = keyOf([fingerprints[id], engine.surroundings]);
    const nothing: Kept = { verdicts: {}, ghosts: {} };
    const kept = (files.read(id, state) as Kept | undefined) ?? nothing;
    const found = known.get(id) ?? { state, kept, changed: false };
    known.set(id, found);
    return found;
  };
  const keep = <Name extends keyof Kept>(id: string, name: Name, key: string, value: Kept[Name][string]) => {
    const exercise = of(id);
    (exercise.kept[name] as Record<string, typeof value>)[key] = value;
    exercise.changed = true;
  };

  return {
    graders: engine.graders,

    async gradeSubmission(submission, { seed, only = Object.keys(fingerprints) }) {
      const keyFor = (id: string) => keyOf([seed, contentOf(submission.exercises[id])]);
      const unknown = only.filter((id) => !of(id).kept.verdicts[keyFor(id)]);
      const fresh =
        unknown.length > 0 ? await engine.gradeSubmission(submission, { seed, only: unknown }) : undefined;
      const verdicts = (fresh?.exercises ?? []).map((verdict) =>
        withoutMore(verdict, tracedSeeds.includes(seed)),
      );
      for (const verdict of verdicts)
        if (!isOurFault(verdict)) keep(verdict.id, "verdicts", keyFor(verdict.id), verdict);
      const exercises = only.flatMap(
        (id) => verdicts.find((verdict) => verdict.id === id) ?? of(id).kept.verdicts[keyFor(id)] ?? [],
      );
      const sum = (key: "score" | "maxScore") => exercises.reduce((total, each) => total + each[key], 0);
      return { id: submission.id, score: sum("score"), maxScore: sum("maxScore"), exercises };
    },

    doubt(verdict) {
      const { kept } = of(verdict.id);
      for (const [key, each] of Object.entries(kept.verdicts))
        if (each === verdict) keep(verdict.id, "verdicts", key, undefined);
    },

    async ghost(id, verdict) {
      if (!verdict.trace) return undefined;
      const { seed, input } = verdict.trace;
      const key = keyOf([verdict.title, seed, input, engine.reference(id)]);
      const before = of(id).kept.ghosts[key];
      if (before) return before;
      const trace = await engine.ghost(id, verdict);
      if (trace) keep(id, "ghosts", key, trace);
      return trace;
    },

    async close() {
      await engine.close();
      for (const [id, { state, kept, changed }] of known) if (changed) files.keep(id, state, kept);
    },
  };
}

function contentOf(files: ExerciseFiles | undefined): unknown {
  if (!files || "refused" in files) return files;
  return [files.entry, [...files.files].sort(([a], [b]) => (a < b ? -1 : 1))];
}

function withoutMore({ answers: _, ...verdict }: ExerciseVerdict, traced: boolean): ExerciseVerdict {
  if (traced) return verdict;
  return { ...verdict, checks: verdict.checks.map(({ trace: _, ...check }) => check) };
}
