// The platforms that there is a package for: a file beside this one each.
import type { names, PackageOptions } from "./arguments.ts";
import { githubWorkflow } from "./github.ts";
import { gradescopeZip } from "./gradescope.ts";

export interface Packaged {
  /** Absolute: what was written. */
  path: string;
  /** Lines that say what to do with it. */
  next: string[];
  /** A line each: what the teacher may not expect. */
  notes: string[];
}

/** Each writes its package. Rejects with a UsageError if that cannot be done. */
export const packages: Record<
  (typeof names)[number],
  (root: string, options: PackageOptions) => Promise<Packaged>
> = { gradescope: gradescopeZip, github: githubWorkflow };
