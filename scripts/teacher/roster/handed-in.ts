// When and by whom each submission was handed in, and what lateness leaves of its points.

import type { Lateness, RosterEntry } from "../class-report.ts";
import { compare } from "../intake/identity.ts";
import type { SubmissionReader } from "../intake/submissions.ts";
import { commitTime } from "./git-time.ts";
import { type LatePolicy, lateness, markOf } from "./late.ts";
import { matchRoster } from "./match.ts";
import type { Roster } from "./read-roster.ts";

export interface HandInOptions {
  /** Real ms. */
  due?: number;
  late?: LatePolicy;
}

/** Before it nothing was handed in: it is what archives without times say. */
const EARLIEST = Date.UTC(1981, 0);

export class HandIns {
  readonly warnings: readonly string[];
  readonly unmatched: { roster: readonly RosterEntry[]; submissions: readonly string[] };
  private readonly people: ReadonlyMap<string, RosterEntry>;
  private readonly due: number | undefined;
  private readonly policy: LatePolicy;
  private readonly untimed: string[] = [];
  private readonly unread = new Set<string>();

  /** Finds each submission's row, if there is a roster. */
  constructor(readers: readonly SubmissionReader[], { due, late }: HandInOptions, roster?: Roster) {
    const matched = roster && matchRoster(readers, roster.entries);
    this.due = due;
    this.policy = late ?? { grace: 0, percent: 0, floor: 0 };
    this.people = matched?.people ?? new Map();
    this.unmatched = matched?.unmatched ?? { roster: [], submissions: [] };
    this.warnings = [...(roster?.warnings ?? []), ...(matched?.warnings ?? [])];
  }

  person(id: string): RosterEntry | undefined {
    return this.people.get(id);
  }

  /**
   * When it was handed in (ISO 8601), by the roster, else by the clone's last commit, else by its newest file. Undefined
   * where nothing tells, and where nothing is due.
   */
  async time(id: string, reader: SubmissionReader): Promise<string | undefined> {
    if (this.due === undefined) return undefined;
    const told = this.person(id)?.submitted;
    if (told !== undefined) return told;
    const commit = await commitTime(reader.place);
    if (commit && "time" in commit) return commit.time;
    if (commit) this.unread.add(id);
    const modified = await reader.modified();
    return modified !== undefined && modified > EARLIEST ? new Date(modified).toISOString() : undefined;
  }

  /** Keeps in mind that nothing tells when it was handed in. */
  noteUntimed(id: string): void {
    if (this.due !== undefined) this.untimed.push(id);
  }

  /** Those of whom nothing told when they handed in, and who count as in time; sorted. */
  get withoutTime(): string[] {
    return this.untimed.toSorted(compare);
  }

  /** Those whose repository git could not read, and whose files' times count instead; sorted. */
  get withoutCommit(): string[] {
    return [...this.unread].sort(compare);
  }

  late(submitted: string | undefined): Lateness | undefined {
    if (this.due === undefined || submitted === undefined) return undefined;
    return lateness(submitted, this.due, this.policy);
  }

  /** What lateness leaves of these points. */
  mark(score: number, submitted: string | undefined): number {
    return markOf(score, this.late(submitted));
  }
}
