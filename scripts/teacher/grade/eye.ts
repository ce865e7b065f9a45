// The last thing that a grading says: what needs the teacher's eye, a line each, with what to do.
import { shownLine, shownName, wrap } from "../../lib/terminal.ts";
import type { Remark } from "../remarks.ts";
import type { HandIns } from "../roster/handed-in.ts";
import { namesOf } from "./closing.ts";

/** More are on the page. */
const shownAtMost = 30;

/** Lines of at most `width` columns, safe to print. */
export function eyeLines(remarks: readonly Remark[], width: number): string[] {
  const shown = remarks.slice(0, shownAtMost).flatMap((remark) => {
    const [first = "", ...rest] = wrap(lineOf(remark), width - 4);
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  const left = remarks.length - shownAtMost;
  return [
    `Needs your eye (${remarks.length}):`,
    ...shown,
    ...(left > 0 ? [`  and ${left} more: report/index.html has them all, under "Needs your eye".`] : []),
  ];
}

function lineOf({ id, exercise, text }: Remark): string {
  const about = [...(id === undefined ? [] : [shownName(id)]), ...(exercise === undefined ? [] : [exercise])];
  return `${about.length > 0 ? `${about.join(", ")}: ` : ""}${shownLine(text)}`;
}

const howToTell =
  "Give the right times in a roster with a column `submitted` (2026-12-01T23:59+01:00), or in --decisions.";

/** What is not known of when things were handed in: a line each. */
export function timeNotes(handIns: HandIns): string[] {
  const { withoutCommit, withoutTime, datedByDownload, lateUntold } = handIns;
  const about = (what: string, ids: readonly string[], remedy = "") =>
    ids.length > 0 ? [`${what}: ${namesOf(ids)}${remedy && `. ${remedy}`}`] : [];
  return [
    ...about("git cannot tell when it was handed in, so the times of its files count", withoutCommit),
    ...about("nothing tells when it was handed in, so it counts as in time", withoutTime),
    ...about(
      "late by the dates of files that may be those of the download, so nobody is fined by them",
      datedByDownload,
      howToTell,
    ),
    ...about(
      "late by their platform, and nothing says by how much, so nothing is taken off",
      lateUntold,
      howToTell,
    ),
  ];
}
