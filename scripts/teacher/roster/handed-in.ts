// When and by whom each submission was handed in, and what lateness leaves of its points.

import type { Lateness, RosterEntry } from "../class-report.ts";
import { compare } from "../intake/identity.ts";
import type { SubmissionReader } from "../intake/submissions.ts";
import { datedByDownload } from "./downloads-dates.ts";
import { commitTime } from "./git-time.ts";
import { type LatePolicy, lateness, markOf, parseTime, timeAt } from "./late.ts";
import { matchRoster } from "./match.ts";
import type { Roster } from "./read-roster.ts";

export interface HandInOptions {
  /** Real ms. */
  due?: number;
  /** The due date's offset, in which platforms' local times are read. */
  offset?: string;
  late?: LatePolicy;
  /** When the platform's own list says that they handed in, by the submission's id: ISO 8601, perhaps local. */
  listed?: ReadonlyMap<string, string>;
}

/** When something was handed in, as far as anything tells. */
export interface When {
  /** ISO 8601 with its offset; absent where nothing tells. */
  submitted?: string;
  /** The platform says no more than that it was late, or in time. */
  late?: boolean;
  /** Its files' dates, which may be the download's: so they count for nothing. */
  doubtful?: boolean;
}

/** Whose due date is another one. */
export interface Extensions {
  /** Real ms. */
  extension(id: string, person?: RosterEntry): number | undefined;
}

/** Before it nothing was handed in: it is what archives without times say. */
const EARLIEST = Date.UTC(1981, 0);

export class HandIns {
  readonly warnings: readonly string[];
  /** Those of them that nobody need look at. */
  readonly harmless: readonly string[];
  readonly unmatched: { roster: readonly RosterEntry[]; submissions: readonly string[] };
  private readonly people: ReadonlyMap<string, RosterEntry>;
  private readonly options: HandInOptions;
  private readonly policy: LatePolicy;
  private readonly whens = new Map<SubmissionReader, When>();
  private readonly chosen = new Map<string, When>();
  private extended: Extensions = { extension: () => undefined };
  /** The offset at which a platform's local times were read; undefined where there was none. */
  localAt: string | undefined;
  private readonly untimed: string[] = [];
  private readonly unread = new Set<string>();

  /** Finds each submission's row, if there is a roster. */
  constructor(readers: readonly SubmissionReader[], options: HandInOptions, roster?: Roster) {
    const matched = roster && matchRoster(readers, roster.entries);
    this.options = options;
    this.policy = options.late ?? { grace: 0, percent: 0, floor: 0 };
    this.people = matched?.people ?? new Map();
    this.unmatched = matched?.unmatched ?? { roster: [], submissions: [] };
    this.warnings = [...(roster?.warnings ?? []), ...(matched?.warnings ?? [])];
    this.harmless = matched?.harmless ?? [];
  }

  /** Whose due date is another one: before `findTimes`. */
  extend(extensions: Extensions): void {
    this.extended = extensions;
  }

  /** When it was due for most: ISO 8601 with its offset. */
  get due(): string | undefined {
    const { due, offset = "Z" } = this.options;
    return due === undefined ? undefined : timeAt(due, offset);
  }

  person(id: string): RosterEntry | undefined {
    return this.people.get(id);
  }

  /** Finds out when each was handed in, each attempt too: once, before `when`. Nothing where nothing is due. */
  async findTimes(readers: readonly SubmissionReader[]): Promise<void> {
    const { due } = this.options;
    if (due === undefined) return;
    const dated: { id: string; place: string; time: number; reader: SubmissionReader }[] = [];
    for (const reader of readers)
      for (const each of new Set([reader, ...(reader.attempts ?? [])])) {
        const told = await this.told(reader.id, each);
        const time = told ? undefined : await each.modified();
        if (told) this.whens.set(each, told);
        else if (time !== undefined && time > EARLIEST)
          dated.push({ id: reader.id, place: each.place, time, reader: each });
      }
    const doubtful = await datedByDownload(dated, due);
    for (const { id, time, reader } of dated) {
      const submitted = new Date(time).toISOString();
      const late = lateness(submitted, this.dueOf(id), this.policy) !== undefined;
      this.whens.set(reader, late && doubtful.has(id) ? { doubtful: true } : { submitted });
    }
  }

  /** By the roster, else by the platform, by its list, by the clone's last commit; undefined where only files have dates. */
  private async told(id: string, reader: SubmissionReader): Promise<When | undefined> {
    const told = this.person(id)?.submitted ?? reader.submitted;
    if (told !== undefined) return { submitted: this.withOffset(told) };
    const listed = this.options.listed?.get(id);
    if (listed !== undefined) return { submitted: this.withOffset(listed) };
    if (reader.late !== undefined) return { late: reader.late };
    const commit = await commitTime(reader.place);
    if (commit && "time" in commit) return { submitted: commit.time };
    if (commit) this.unread.add(id);
    return undefined;
  }

  /** A platform's local time is that of the due date, which is on the same platform. */
  private withOffset(time: string): string {
    if (parseTime(time) !== undefined) return time;
    this.localAt = this.options.offset ?? "Z";
    return `${time}${this.localAt}`;
  }

  /** When this was handed in. */
  when(reader: SubmissionReader): When {
    return this.whens.get(reader) ?? {};
  }

  /** Keeps in mind what counts for a submission. */
  choose(id: string, when: When): void {
    this.chosen.set(id, when);
    const nothing = when.submitted === undefined && when.late === undefined && !when.doubtful;
    if (this.options.due !== undefined && nothing) this.untimed.push(id);
  }

  /** Those of whom nothing told when they handed in, and who count as in time; sorted. */
  get withoutTime(): string[] {
    return this.untimed.toSorted(compare);
  }

  /** Those whose repository git could not read, and whose files' times count instead; sorted. */
  get withoutCommit(): string[] {
    return [...this.unread].sort(compare);
  }

  /** Those that would be late by dates that may be the download's; sorted. */
  get datedByDownload(): string[] {
    return this.those(({ doubtful }) => doubtful === true);
  }

  /** Those of whom the platform says that they were late, and nothing by how much; sorted. */
  get lateUntold(): string[] {
    return this.those(({ submitted, late }) => late === true && submitted === undefined);
  }

  private those(is: (when: When) => boolean): string[] {
    return Array.from(this.chosen, ([id, when]) => (is(when) ? [id] : []))
      .flat()
      .sort(compare);
  }

  /** Whether it was late: as `choose` had it, or at this time. */
  late(id: string, when: When = this.chosen.get(id) ?? {}): Lateness | undefined {
    const { submitted, late } = when;
    if (this.options.due === undefined) return undefined;
    if (submitted !== undefined) return lateness(submitted, this.dueOf(id), this.policy);
    // Whoever has an extension was late for the platform alone.
    return late && this.extension(id) === undefined ? { percent: 0 } : undefined;
  }

  /** What lateness leaves of these points. */
  mark(id: string, score: number, when?: When): number {
    return markOf(score, this.late(id, when));
  }

  private dueOf(id: string): number {
    return this.extension(id) ?? this.options.due!;
  }

  private extension(id: string): number | undefined {
    return this.extended.extension(id, this.person(id));
  }
}
