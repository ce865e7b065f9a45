// The demonstrations of the course: examples/course/PART-NAME.ts, or PART-NAME.VARIANT.ts where two or more are compared.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readmeOf } from "../../lib/exercises.ts";

/** Files that belong together: what they show is seen when they are drawn on one axis. */
export interface Demonstration {
  /** `P6-start-first` */
  name: string;
  /** `P6` */
  part: string;
  files: DemonstrationFile[];
}

export interface DemonstrationFile {
  /** Relative to the project, with `/`. */
  path: string;
  /** `in-turn`; empty if the demonstration is one file. */
  variant: string;
  /** The first line, without its `// P6: `. */
  claim: string;
}

export const COURSE = "examples/course";
const FILE = /^(P\d+)-([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.ts$/;

/** By part, then by name. Of one demonstration what is wrong comes before what is right. */
export function demonstrations(root: string): Demonstration[] {
  const all = new Map<string, Demonstration>();
  for (const file of filesIn(join(root, COURSE)).sort()) {
    const [, part, rest, variant = ""] = FILE.exec(file) ?? [];
    if (part === undefined) continue;
    const name = `${part}-${rest}`;
    const found = all.get(name) ?? { name, part, files: [] };
    all.set(name, found);
    const path = `${COURSE}/${file}`;
    found.files.push({ path, variant, claim: claimIn(readFileSync(join(root, path), "utf8")) });
  }
  for (const { files } of all.values()) files.sort(inOrder);
  return [...all.values()].sort((a, b) => numberOf(a) - numberOf(b) || (a.name < b.name ? -1 : 1));
}

/** The demonstrations that an exercise's README names, in its order. */
export function demonstrationsFor(root: string, id: string, all: readonly Demonstration[]): Demonstration[] {
  const named = Array.from(readmeOf(root, id).matchAll(/\bP\d+-[a-z0-9-]+/g), ([name]) => name);
  return [...new Set(named)].flatMap((name) => all.find((each) => each.name === name) ?? []);
}

/** `// P6: Calls that …` gives `Calls that …`; empty if the first line is no claim. */
export function claimIn(source: string): string {
  return /^\/\/ P\d+: (.+)/.exec(source)?.[1]?.trim() ?? "";
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function inOrder(a: DemonstrationFile, b: DemonstrationFile): number {
  const rank = ({ variant }: DemonstrationFile) => (variant === "right" ? 1 : 0);
  return rank(a) - rank(b) || (a.variant < b.variant ? -1 : 1);
}

function numberOf({ part }: Demonstration): number {
  return Number(part.slice(1));
}
