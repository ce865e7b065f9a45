// What a grading changed against the one before: which marks moved, because of which check, and why.

import { listed } from "../../lib/listed.ts";
import { shownName, wrap } from "../../lib/terminal.ts";
import type { CheckResult } from "../results.ts";
import { storedChecks } from "./check.ts";
import { filesKey } from "./content.ts";
import type { Gradebook } from "./gradebook.ts";

export const causes = {
  submitted: "other files were handed in",
  seed: "another seed",
  scenario: "its scenarios, the sandbox or the engine changed",
  judge: "its expectations changed",
  again: "it was graded again",
} as const;

export type Cause = keyof typeof causes;

interface Move {
  submission: string;
  before: number;
  after: number;
}

/** The marks that one check moved for one reason. */
interface Group {
  exercise: string;
  /** Empty where it was no check's doing. */
  check: string;
  title: string;
  cause: Cause;
  count: number;
  /** The first few. */
  moves: Move[];
}

export interface Changes {
  /** When the grading before ended: ISO 8601. */
  since: string;
  moved: number;
  groups: Group[];
  added: string[];
  gone: string[];
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const namesAtMost = 8;
const groupsAtMost = 12;

/**
 * Compares a run with the finished one before it, writes down which marks moved, and ends the run: in one transaction,
 * after all that the run is for is done. Undefined where there is none before it.
 */
export function finishRun(gradebook: Gradebook, run: number, now: Date): Changes | undefined {
  return gradebook.transaction(() => {
    const end = "UPDATE runs SET finished = ? WHERE run = ?";
    gradebook.statement(end).run(now.toISOString(), run);
    const before = gradebook.get(LAST, run);
    if (!before) return undefined;
    if (!TIME.test(before.finished as string)) {
      gradebook.distrust("when the grading before ended");
      return undefined;
    }
    const insert = gradebook.statement(
      `INSERT INTO changes (run, exercise, check_id, title, cause, submission, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const groups = movedSince(gradebook, before.run as number, run, (exercise, cause, submission, each) => {
      for (const { check, title, before, after } of each)
        insert.run(run, exercise, check, title, cause, submission, before, after);
    });
    return {
      since: before.finished as string,
      moved: groups.reduce((sum, { count }) => sum + count, 0),
      groups,
      added: onlyIn(gradebook, run, before.run as number),
      gone: onlyIn(gradebook, before.run as number, run),
    };
  });
}

/** What `finishRun` will say, before it: lines for the class; none where nothing moved. */
export function movedLines(gradebook: Gradebook, run: number): string[] {
  const before = gradebook.get(LAST, run);
  if (!before || !TIME.test(before.finished as string)) return [];
  const groups = movedSince(gradebook, before.run as number, run);
  const lines = groups.map(({ exercise, title, cause, count, moves }) => {
    const who = moves.map(({ submission, before, after }) => `${submission} ${before} → ${after}`);
    return `${title ? `${exercise}: ${title}` : exercise} (${causes[cause]}): ${listed(who, count)}`;
  });
  const when = (before.finished as string).replace(/T(\d\d:\d\d).*/, " $1 UTC");
  return lines.length > 0 ? [`Since the grading of ${when}:`, ...lines] : [];
}

const LAST =
  "SELECT run, finished FROM runs WHERE finished IS NOT NULL AND run < ? ORDER BY run DESC LIMIT 1";

const DIFFERING = `
  SELECT submissions.id AS submission, results.exercise AS exercise, old.checks AS before, new.checks AS after,
    old.content <> new.content AS differs, old.content AS content, c.scenario AS scenario,
    (SELECT files FROM handed_in WHERE run = was.run AND position = was.position AND exercise = results.exercise) AS had,
    (SELECT files FROM handed_in WHERE run = results.run AND position = results.position
      AND exercise = results.exercise) AS has,
    CASE WHEN c.seed <> d.seed THEN 'seed'
      WHEN c.scenario <> d.scenario OR c.surroundings <> d.surroundings THEN 'scenario'
      WHEN c.judge <> d.judge THEN 'judge'
      ELSE 'again' END AS cause
  FROM submissions
  JOIN results USING (run, position)
  JOIN submissions AS was ON was.run = :before AND was.id = submissions.id
  JOIN results AS earlier
    ON earlier.run = was.run AND earlier.position = was.position AND earlier.exercise = results.exercise
  JOIN verdicts AS new ON new.verdict = results.verdict JOIN conditions AS d ON d.condition = new.condition
  JOIN verdicts AS old ON old.verdict = earlier.verdict JOIN conditions AS c ON c.condition = old.condition
  WHERE submissions.run = :run AND results.verdict <> earlier.verdict
  ORDER BY results.exercise, submissions.position`;

/** Of each submission's exercise, check by check. */
type Told = (exercise: string, cause: Cause, submission: string, each: Moves) => void;

function movedSince(gradebook: Gradebook, before: number, run: number, told?: Told): Group[] {
  const groups = new Map<string, Group>();
  for (const row of gradebook.statement(DIFFERING).iterate({ before, run })) {
    const [exercise, submission] = [row.exercise, row.submission] as [string, string];
    const cause = row.differs && !sameFiles(gradebook, row) ? "submitted" : (row.cause as Cause);
    const [old, now] = [storedChecks(row.before), storedChecks(row.after)];
    if (!old || !now) {
      gradebook.distrust(`${exercise}: a verdict of the grading before`);
      continue;
    }
    const each = moves(old, now);
    // Where the answer is another one, it is not a check that moved the marks.
    const shown = cause === "submitted" ? together(each) : each;
    told?.(exercise, cause, submission, each);
    for (const { check, title, before, after } of shown) {
      const key = JSON.stringify([exercise, check, cause]);
      const group = groups.get(key) ?? { exercise, check, title, cause, count: 0, moves: [] };
      groups.set(key, group);
      group.count++;
      if (group.moves.length < namesAtMost) group.moves.push({ submission, before, after });
    }
  }
  return [...groups.values()];
}

/**
 * Another compiler makes another program of the same files, and the first gradebooks knew no programs. `had`, `has`: the
 * files' hashes, which earlier gradebooks did not keep; then their program (or they themselves) may be known.
 */
function sameFiles(gradebook: Gradebook, { had, has, content, scenario }: Record<string, unknown>): boolean {
  if (!has) return false;
  const files = Buffer.from(has as Uint8Array);
  if (had) return files.equals(had as Uint8Array);
  const key = filesKey(scenario as string, files);
  const program = gradebook.get("SELECT program FROM programs WHERE files = ?", key)?.program;
  return [files, ...(program ? [program as Uint8Array] : [])].some((each) =>
    Buffer.from(each).equals(content as Uint8Array),
  );
}

function moves(before: readonly CheckResult[], after: readonly CheckResult[]) {
  return after.flatMap(({ id, title, score }) => {
    // In gradebooks of before there were ids, a check has its title in their place.
    const old = before.find((check) => check.id === id) ?? before.find((check) => check.id === title);
    return !old || old.score === score ? [] : [{ check: id, title, before: old.score, after: score }];
  });
}

type Moves = ReturnType<typeof moves>;

function together(each: Moves): Moves {
  const sum = (key: "before" | "after") => each.reduce((total, move) => total + move[key], 0);
  return each.length === 0 ? [] : [{ check: "", title: "", before: sum("before"), after: sum("after") }];
}

function onlyIn(gradebook: Gradebook, run: number, other: number): string[] {
  const sql = `SELECT id FROM submissions WHERE run = ?
    AND id NOT IN (SELECT id FROM submissions WHERE run = ?) ORDER BY position`;
  return gradebook.all(sql, run, other).map(({ id }) => id as string);
}

/** Lines for a terminal of this width, safe to print. */
export function changesLines({ since, moved, groups, added, gone }: Changes, width: number): string[] {
  const when = since.replace(/T(\d\d:\d\d).*/, " $1 UTC");
  const what = moved === 0 ? "no mark moved." : `${moved} ${moved === 1 ? "mark" : "marks"} moved.`;
  const shown = groups.slice(0, groupsAtMost);
  const left = moved - shown.reduce((sum, { count }) => sum + count, 0);
  return [
    `Since the grading before (${when}): ${what}`,
    ...shown.flatMap((group) => groupLines(group, width)),
    ...(left > 0 ? [`  and ${left} more: gradebook.sqlite holds them all, in the table changes.`] : []),
    ...(added.length > 0 ? [`  New: ${listed(added.map((id) => shownName(id)))}`] : []),
    ...(gone.length > 0 ? [`  No longer there: ${listed(gone.map((id) => shownName(id)))}`] : []),
  ];
}

function groupLines({ exercise, title, cause, count, moves }: Group, width: number): string[] {
  const names = moves.map(({ submission, before, after }) => `${shownName(submission)} ${before} → ${after}`);
  const what = title ? `${exercise}: ${title}` : exercise;
  const head = wrap(`${what} (${causes[cause]})`, width - 4);
  return [
    ...head.map((line, index) => `${index === 0 ? "  " : "    "}${line}`),
    ...wrap(listed(names, count), width - 4).map((line) => `    ${line}`),
  ];
}
