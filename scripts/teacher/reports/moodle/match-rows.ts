// Whose row of the worksheet a submission's marks belong into.

import type { ReportStudent } from "../../class-report.ts";
import { numberAtEnd, numbersOf } from "../../identity/columns.ts";
import { match } from "../../identity/match.ts";
import type { Claim, Known } from "../../identity/matching.ts";
import type { Row } from "./worksheet.ts";

export type HandedIn = Pick<ReportStudent, "id" | "shared" | "called" | "number" | "person">;

/** By the submission's id; and one line for each doubt, and for what students could have arranged. */
export function matchRows(submissions: readonly HandedIn[], rows: readonly Row[]) {
  return match(submissions.map(claimOf), rows.map(known), {
    list: "the worksheet",
    remedy: "Give a --roster that tells them apart.",
  });
}

/**
 * By the download's own number, else by what the roster's row says. A platform's name is no id; one without a number is a
 * group's, which is no person's name.
 */
function claimOf({ id, shared = id, called, number, person }: HandedIn): Claim {
  const theirs = person && numbersOf(person.lms).moodle;
  const own = number?.platform === "moodle" ? number.value : theirs;
  const whole = called === undefined ? [shared] : [];
  const named = called === undefined || number ? [called ?? shared] : [];
  return {
    id,
    ...(own !== undefined && { number: { platform: "moodle", value: own } }),
    ids: [...whole, ...(person ? [person.id, ...Object.values(person.lms)] : [])],
    names: person?.name === undefined ? named : [person.name],
    emails: [...whole, ...(person?.email === undefined ? [] : [person.email])],
  };
}

function known(row: Row): Known<Row> {
  const number = numberAtEnd(row.cell("identifier"));
  const [id, name, email] = [row.cell("number"), row.cell("name"), row.cell("email")];
  return {
    row,
    id: row.id,
    numbers: number === undefined ? {} : { moodle: number },
    ids: id === "" ? [] : [{ column: "ID number", value: id }],
    names: name === "" ? [] : [name],
    emails: email === "" ? [] : [email],
  };
}
