// Whose row of the worksheet a submission's marks belong into.
import { letters, matchBy, spellings, type Way } from "../../roster/match.ts";
import type { RosterEntry } from "../class-report.ts";
import type { Row } from "./worksheet.ts";

export interface HandedIn {
  /** The submission's id. */
  id: string;
  /** `Ada Lovelace_12345`, as in SubmissionReader. */
  fuller?: string | undefined;
  person?: RosterEntry | undefined;
}

/** The surest first: `Participant 12345`, e-mail, ID number, name. */
const WAYS: Way<HandedIn, Row>[] = [
  {
    of: ({ fuller = "", person }) => [
      ...numberAtEnd(fuller),
      ...Object.entries(person?.lms ?? {}).flatMap(([name, value]) =>
        /moodle|identifier|participant/.test(name) ? numberAtEnd(value) : [],
      ),
    ],
    to: ({ cell }) => numberAtEnd(cell("identifier")),
  },
  {
    of: ({ id, person }) => [id, person?.email ?? ""].filter((text) => text.includes("@")),
    to: ({ cell }) => [cell("email")],
  },
  {
    of: ({ id, person }) => [id, person?.id ?? "", ...Object.values(person?.lms ?? {})],
    to: ({ cell }) => [cell("number")],
  },
  {
    of: ({ id, person }) => (person?.name ? spellings(person.name) : [letters(id)]),
    to: ({ cell }) => spellings(cell("name")),
  },
];

/** By the submission's id; and one line for each that could be somebody else's, too. */
export function matchRows(submissions: readonly HandedIn[], rows: readonly Row[]) {
  return matchBy(WAYS, submissions, rows, {
    list: "the worksheet",
    remedy: "Give a --roster that tells them apart.",
  });
}

function numberAtEnd(text: string): string[] {
  return /(\d+)\s*$/.exec(text)?.slice(1) ?? [];
}
