// feedback/ID.md: what a student reads, with the timelines of what failed. Strangers' text passes markdown-text.ts.
import { layout } from "../../../graders/timeline/layout.ts";
import { timelineText } from "../../../graders/timeline/text.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import type {
  ClassReport,
  ReportCheckResult,
  ReportExercise,
  ReportExerciseResult,
  ReportStudent,
} from "../class-report.ts";
import { decisionWords } from "../decisions/decision.ts";
import { lateWords } from "../roster/late.ts";
import { faultText, typesHeading } from "../types/words.ts";
import type { Format } from "./formats.ts";
import { saidOf } from "./gradescope.ts";
import { codeBlock, ownText, strangersText } from "./markdown-text.ts";
import { writePerStudent } from "./per-student.ts";

export const markdown: Format = {
  name: "markdown",
  about: "feedback for each student, to mail or to commit",
  files: ["feedback/"],
  write: (report, folder) =>
    writePerStudent(folder, "feedback", report, (student, name) => ({
      [`${name}.md`]: feedbackText(report, student),
    })),
};

export function feedbackText(report: ClassReport, student: ReportStudent): string {
  const { id, person, score, maxScore, mark, late, exercises } = student;
  const titles = new Map(report.exercises.map((exercise) => [exercise.id, exercise]));
  const heading = (exercise: string) => headingOf(exercise, titles.get(exercise));
  const rows = exercises.map((each) => `| ${heading(each.id)} | ${each.score} of ${each.maxScore} |`);
  const lateness = late
    ? `Handed in ${lateWords(late)}${late.submitted === undefined ? "" : ` (${late.submitted})`}: ${late.percent} % off, ${mark} points are left.`
    : undefined;
  const parts = [
    `# ${strangersText(person?.name ?? id)}: ${score} of ${maxScore} points`,
    lateness,
    ...noteParts(student),
    ["| Exercise | Points |", "| --- | --- |", ...rows].join("\n"),
    "Times are virtual milliseconds.",
    ...exercises.flatMap((exercise) => {
      const failed = exercise.checks.filter(worthTelling);
      const parts = [...failed.flatMap((check) => checkParts(exercise.id, check)), ...typesParts(exercise)];
      return parts.length === 0 ? [] : [`## ${heading(exercise.id)}`, ...parts];
    }),
  ];
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

/** What was taken under another name, or not at all: with names of files, which they chose. */
function noteParts({
  remarks = [],
  decisions = [],
  score,
  mark,
  excused,
  exercises,
}: ReportStudent): string[] {
  const decided = decisions.map((decision) => `Decided: ${decisionWords(decision)}`);
  const outcome = excused ? ["Nothing of it counts."] : score === mark ? [] : [`The mark: ${mark}`];
  const moved = decided.length > 0 || exercises.some(({ off }) => off !== undefined);
  const said = remarks.map(({ exercise, text }) => `${exercise === undefined ? "" : `${exercise}: `}${text}`);
  const lines = [...decided, ...(moved ? outcome : []), ...said];
  return lines.length > 0 ? [codeBlock(lines.join("\n"))] : [];
}

function worthTelling({ outcome, feedback }: ReportCheckResult): boolean {
  return outcome !== "passed" && feedback !== "";
}

function checkParts(id: string, check: ReportCheckResult): string[] {
  const shown = check.picture?.();
  const picture = shown && layout(shown.trace, shown.ghost, check.feedback);
  return [
    `### ${ownText(check.title)}: ${check.score} of ${check.maxScore}`,
    codeBlock(saidOf(id, check)),
    ...(picture ? [codeBlock(timelineText(picture, { width: 80, colour: false }))] : []),
  ];
}

/** With names and literals of theirs. */
function typesParts({ types, off }: ReportExerciseResult): string[] {
  if (!types) return [];
  const left = types.count - types.faults.length;
  const lines = [...types.faults.map(faultText), ...(left > 0 ? [`and ${left} more`] : [])];
  return [`### ${ownText(typesHeading(types, off))}`, codeBlock(lines.join("\n"))];
}

function headingOf(id: string, exercise: ReportExercise | undefined): string {
  return ownText(exercise ? `${numberOf(id)} ${exercise.title}` : id);
}
