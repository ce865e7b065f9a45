// What stands out in a class's results: hints for the teacher, one line each.
import { shownName } from "../../lib/terminal.ts";
import { hasGraderError, type SubmissionResult } from "../results.ts";
import { percentOf } from "../rounding.ts";

/** misconception id -> its title, as in graders/misconceptions/. */
export type Titles = Record<string, { title: string } | undefined>;

const shownAtMost = 3;
const namesAtMost = 8;

/** Gathers what stands out, one submission at a time. */
export class Standouts {
  private count = 0;
  private readonly failed: Named = { names: [], count: 0 };
  private readonly empty: Named = { names: [], count: 0 };
  private readonly misconceptions = new Map<string, number>();
  /** Of those whose answer could be taken. */
  private readonly exercises = new Map<string, { score: number; maxScore: number }>();

  add(submission: SubmissionResult): void {
    const { id, exercises } = submission;
    this.count++;
    if (hasGraderError(submission)) note(this.failed, id);
    const handedIn = exercises.filter(({ outcome }) => outcome !== "missing");
    // What could not be taken tells nothing of how hard it is.
    const taken = handedIn.filter(({ outcome }) => outcome !== "invalid" && outcome !== "grader-error");
    if (handedIn.length === 0) note(this.empty, id);
    const shown = exercises.flatMap(({ checks }) => checks.map(({ misconception }) => misconception));
    for (const each of new Set(shown))
      if (each) this.misconceptions.set(each, (this.misconceptions.get(each) ?? 0) + 1);
    for (const { id, score, maxScore } of taken) {
      const sum = this.exercises.get(id) ?? { score: 0, maxScore: 0 };
      this.exercises.set(id, { score: sum.score + score, maxScore: sum.maxScore + maxScore });
    }
  }

  /** Whether a grader failed in any of them. */
  get graderFailed(): boolean {
    return this.failed.count > 0;
  }

  /** Lines safe to print, the most important first; none if nothing stands out. */
  lines(titles: Titles): string[] {
    return [
      ...told("A grader failed (our fault, no mark yet; grade again)", this.failed),
      ...told("Nothing to grade (no exercises/NN-slug/slug.ts, NN-slug/slug.ts or slug.ts)", this.empty),
      ...this.commonMisconceptions(titles),
      ...this.hardestExercise(),
    ];
  }

  private commonMisconceptions(titles: Titles): string[] {
    // What one has alone is no class's misconception.
    const shared = [...this.misconceptions].filter(([, count]) => count > 1);
    const titleOf = (id: string) => (Object.hasOwn(titles, id) ? titles[id]!.title : id);
    const ranked = shared
      .sort(([a, m], [b, n]) => n - m || (titleOf(a) < titleOf(b) ? -1 : 1))
      .slice(0, shownAtMost);
    if (ranked.length === 0) return [];
    const parts = ranked.map(([id, count]) => {
      const title = Object.hasOwn(titles, id) ? `: ${titles[id]!.title}` : "";
      return `  ${id}, in ${count} of ${this.count} submissions${title}`;
    });
    return ["Most common misconceptions:", ...parts];
  }

  /** Of those that somebody handed in; the points of those who did. */
  private hardestExercise(): string[] {
    const shares = [...this.exercises].map(([id, { score, maxScore }]) => ({ id, share: score / maxScore }));
    const [hardest] = shares.sort((a, b) => a.share - b.share || (a.id < b.id ? -1 : 1));
    if (!hardest || shares.length < 2 || hardest.share === 1) return [];
    return [
      `Hardest: ${hardest.id}, ${percentOf(hardest.share, 1)}% of the points of those who handed it in`,
    ];
  }
}

/** The first few of those of whom something is true, and how many they are. */
interface Named {
  names: string[];
  count: number;
}

function note(named: Named, id: string): void {
  named.count++;
  if (named.names.length < namesAtMost) named.names.push(id);
}

function told(what: string, { names, count }: Named): string[] {
  if (count === 0) return [];
  const rest = count > names.length ? ` and ${count - names.length} more` : "";
  return [`${what}: ${names.map((name) => shownName(name)).join(", ")}${rest}`];
}
