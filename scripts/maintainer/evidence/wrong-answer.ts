// Whether a wrong answer fails as its first line says: the check that it is about, by name, and no other but those listed.
import type { CheckVerdict, ExerciseVerdict } from "../../../graders/engine/types.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { HEADER_FORM, headerLine, namedAfter, type WrongHeader, wrongHeader } from "./wrong-header.ts";

/** What is wrong with the first line of `wrong/NAME.ts`, whatever the answer does. `ids`: the exercise's checks. */
export function headerProblem(
  name: string,
  text: string,
  ids: readonly string[],
  misconceptions: ReadonlySet<string>,
): string | undefined {
  const header = wrongHeader(text);
  if (!header) return `Its first line must be: ${HEADER_FORM}`;
  const { check, misconception, also } = header;
  const unknown = [check, ...also].find((each) => !ids.includes(each));
  if (unknown) return `No check is called "${unknown}". There are: ${ids.join(", ")}`;
  if (!misconceptions.has(misconception))
    return `graders/misconceptions/ does not explain "${misconception}". Add it there, or use one that is there.`;
  if (namedAfter(name, misconception)) return undefined;
  return `Its name must begin with its misconception: wrong/${misconception}.ts or wrong/${misconception}-….ts`;
}

/** Why the verdict is not what the first line says; undefined if it is. */
export function wrongProblem(header: WrongHeader, verdict: ExerciseVerdict): string | undefined {
  return ownProblem(header, verdict) ?? othersProblem(header, verdict);
}

/** Ids of the checks that a verdict is against, but for `own`, in their order. What was not run says nothing. */
export function othersFailed({ checks }: ExerciseVerdict, own: string): string[] {
  return checks.flatMap(({ id, outcome }) =>
    id === own || outcome === "passed" || outcome === "skipped" ? [] : [id],
  );
}

function ownProblem({ check, misconception }: WrongHeader, verdict: ExerciseVerdict): string | undefined {
  const named = verdict.checks.find(({ id }) => id === check)!;
  if (named.outcome === "passed") {
    const others = othersFailed(verdict, check);
    const instead = others.length > 0 ? ` It fails ${quoted(others)}.` : "";
    return `It passes "${check}".${instead} Make the check see it, or name the check that does.`;
  }
  if (named.outcome === "skipped")
    return `"${check}" is skipped, since the first check fails. Name that one.`;
  if (named.misconception === misconception) return undefined;
  const got = named.misconception ? `"${named.misconception}"` : "no misconception";
  return `"${check}" ${said(named)} The feedback names ${got}; it should name "${misconception}".`;
}

function othersProblem(header: WrongHeader, verdict: ExerciseVerdict): string | undefined {
  const failed = othersFailed(verdict, header.check);
  const more = failed.filter((id) => !header.also.includes(id));
  const fewer = header.also.filter((id) => !failed.includes(id));
  if (more.length === 0 && fewer.length === 0) return undefined;
  const first = verdict.checks.find(({ id }) => id === more[0]);
  return [
    ...(first ? [`It also fails ${quoted(more)}: "${first.id}" ${said(first)}`] : []),
    ...(fewer.length > 0 ? [`It does not fail ${quoted(fewer)}, as its first line says.`] : []),
    "A mistake should cost once: if it must not fail so, mend the check. If it may, its first line is:",
    headerLine({ ...header, also: failed }),
    `npm run catalogue -- --only ${numberOf(verdict.id)} writes it.`,
  ].join("\n");
}

export function said({ outcome, feedback }: CheckVerdict): string {
  return `is ${outcome}: ${feedback || "(without feedback)"}`;
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(", ");
}
