// What verify counts: single facts about the project, each true or with what is wrong and how to mend it.

export interface Fact {
  /** What holds, such as `03-three-apis: its README lists the checks`. */
  name: string;
  /** Fault and remedy; undefined if the fact holds. */
  problem?: string;
}

export interface StepResult {
  passed: number;
  failed: number;
  skipped: number;
  /** Lines for the reader about what failed. */
  details: string[];
  /** It did not run: nothing has changed since it passed. */
  unchanged?: boolean;
}

export function fact(name: string, problem: string | undefined | false): Fact {
  return problem ? { name, problem } : { name };
}

/** The facts as a step's result. No facts at all are a failure: a run of nothing proves nothing. */
export function resultOf(facts: Fact[]): StepResult {
  if (facts.length === 0) return { passed: 0, failed: 1, skipped: 0, details: ["Nothing was checked."] };
  const broken = facts.filter(({ problem }) => problem !== undefined);
  return {
    passed: facts.length - broken.length,
    failed: broken.length,
    skipped: 0,
    details: broken.map(({ name, problem }) => `${name}\n  ${problem!.replaceAll("\n", "\n  ")}`),
  };
}

/** `N passed, M failed`, and how many were skipped if any were. */
export function totalLine(results: StepResult[]): string {
  const sum = (key: "passed" | "failed" | "skipped") => results.reduce((total, each) => total + each[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
