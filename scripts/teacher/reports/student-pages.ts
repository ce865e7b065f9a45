// student-pages/ID.html: a page to hand to each student, with their code and pictures. It loads nothing, and runs nothing.
import { explained } from "../../../graders/misconceptions/misconceptions.ts";
import { layout } from "../../../graders/timeline/layout.ts";
import { timelineSvg } from "../../../graders/timeline/svg.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import type {
  ClassReport,
  ReportCheckResult,
  ReportExercise,
  ReportExerciseResult,
  ReportStudent,
} from "../class-report.ts";
import { decidedPoints, decisionWords } from "../decisions/decision.ts";
import { marks } from "../marks.ts";
import { lateWords } from "../roster/late.ts";
import { faultText, typesHeading } from "../types/words.ts";
import type { Format } from "./formats.ts";
import { htmlProse, htmlText } from "./html-text.ts";
import { linesOf, markedLines } from "./marked-lines.ts";
import { writePerStudent } from "./per-student.ts";

export const studentPages: Format = {
  name: "student-pages",
  about: "a page to hand to each student: verdicts, pictures, code",
  files: ["student-pages/"],
  write: (report, folder) =>
    writePerStudent(folder, "student-pages", report, (student, name) => ({
      [`${name}.html`]: studentPage(report, student),
    })),
};

type Source = NonNullable<ReturnType<NonNullable<ReportExerciseResult["source"]>>>;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 54rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { margin-block-end: 0; } h2 { margin-block-start: 2rem; border-block-end: 1px solid; }
table { border-collapse: collapse; } th, td { text-align: start; padding: 0.15rem 1rem 0.15rem 0; }
.passed::before { content: "✓ "; } .failed::before { content: "✗ "; }
.note { border-inline-start: 4px solid; padding-inline-start: 0.8rem; }
.lines { font: 0.8rem/1.4 ui-monospace, monospace; overflow-x: auto; tab-size: 2; }
.lines code { white-space: pre; font: inherit; }
.lines .named { background: color-mix(in srgb, orange 25%, transparent); }
.lines .says { margin-inline-start: 2rem; font-style: italic; opacity: 0.85; }
svg { max-width: 100%; height: auto; }
@media print { body { max-width: none; padding: 0; } article, figure { break-inside: avoid; } }
`;

export function studentPage(report: ClassReport, student: ReportStudent): string {
  const exercises = new Map(report.exercises.map((exercise) => [exercise.id, exercise]));
  const name = htmlText(student.person?.name ?? student.id);
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${name} · Async Dojo</title>\n<style>${style}</style>\n</head>\n<body>`,
    `<h1>${name}</h1>`,
    `<p>${markText(report, student)}</p>`,
    ...noteParts(student),
    summary(student, exercises),
    "<p>Times are virtual milliseconds: the same file gives the same verdict every time.</p>",
    ...student.exercises.flatMap((result) => exercisePart(result, exercises.get(result.id))),
    "</body>\n</html>\n",
  ].join("\n");
}

function markText({ maxMark, due }: ClassReport, { mark, excused, late }: ReportStudent): string {
  if (excused) return "Excused: nothing of it counts.";
  const off = late && late.percent > 0 ? `, after ${late.percent} % off` : "";
  const when = late
    ? ` Handed in ${lateWords(late)}${late.submitted ? ` (${late.submitted})` : ""}${off}.`
    : "";
  const until = due === undefined ? "" : ` It was due ${due.replace("T", " ")}.`;
  return htmlText(`${mark} of ${maxMark} points.${until}${when}`);
}

function noteParts({ decisions = [], remarks = [] }: ReportStudent): string[] {
  const said = [
    ...decisions.map((decision) => htmlText(`Decided: ${decisionWords(decision)}`)),
    ...remarks.map(({ exercise, text }) =>
      htmlProse(`${exercise === undefined ? "" : `${exercise}: `}${text}`),
    ),
  ];
  return said.map((text) => `<p class="note">${text}</p>`);
}

function summary(student: ReportStudent, exercises: ReadonlyMap<string, ReportExercise>): string {
  const rows = student.exercises.map((result) => {
    const points = decidedPoints(student.decisions ?? [], result);
    const text = points === undefined ? "excused" : `${points} of ${result.maxScore}`;
    return `<tr><th scope="row">${headingOf(result.id, exercises.get(result.id))}</th><td>${text}</td></tr>`;
  });
  return `<table>\n<tr><th scope="col">Exercise</th><th scope="col">Points</th></tr>\n${rows.join("\n")}\n</table>`;
}

function exercisePart(result: ReportExerciseResult, exercise: ReportExercise | undefined): string[] {
  if (result.outcome === "missing") return [];
  const source = result.source?.();
  const code = source ? codeParts(source, result) : [];
  const checks = result.checks.map((check) => checkPart(result.id, check));
  return [
    `<h2>${headingOf(result.id, exercise)}: ${result.score} of ${result.maxScore}</h2>`,
    ...checks,
    ...typesPart(result),
    ...code,
  ];
}

function typesPart({ types, off }: ReportExerciseResult): string[] {
  if (!types) return [];
  const left = types.count - types.faults.length;
  const items = [...types.faults.map(faultText), ...(left > 0 ? [`and ${left} more`] : [])];
  const list = items.map((text) => `<li>${htmlText(text)}</li>`).join("\n");
  return [`<h3>${htmlText(typesHeading(types, off))}</h3>\n<ul>\n${list}\n</ul>`];
}

/** The graded file is open where there is something to see in it. */
function codeParts({ entry, files }: Source, { checks, types }: ReportExerciseResult): string[] {
  const sorted = [...files].sort(([a], [b]) => Number(b === entry) - Number(a === entry));
  const told = checks.flatMap(({ lines }) => lines ?? []);
  const feedback = checks.map((check) => check.feedback).find(Boolean) ?? "";
  const marked = markedLines(sorted, told, feedback, types?.faults ?? []);
  return sorted.map(([name, text]) => {
    const says = new Map(marked.filter(({ file }) => file === name).map((each) => [each.line, each.says]));
    const items = linesOf(text).map((line, index) => lineItem(line, says.get(index + 1)));
    const open = says.size > 0 ? " open" : "";
    return `<details${open}>\n<summary>Your code: ${htmlText(name)}</summary>\n<ol class="lines">\n${items.join("\n")}\n</ol>\n</details>`;
  });
}

function lineItem(line: string, says: readonly string[] | undefined): string {
  const note = says && says.length > 0 ? `<span class="says">${htmlText(says.join("; "))}</span>` : "";
  return `<li${says ? ' class="named"' : ""}><code>${htmlText(line)}</code>${note}</li>`;
}

function checkPart(id: string, check: ReportCheckResult): string {
  const { outcome, title, score, maxScore, feedback, misconception } = check;
  const passed = outcome === "passed";
  const why = passed || outcome === "failed" ? "" : ` (${marks[outcome]?.meaning ?? outcome})`;
  const known = passed ? undefined : explained(id, misconception);
  const shown = passed || outcome === "skipped" ? undefined : check.picture?.();
  return [
    `<article>\n<h3 class="${passed ? "passed" : "failed"}">${htmlProse(title)}: ${score} of ${maxScore}${htmlText(why)}</h3>`,
    ...(passed || feedback === "" ? [] : [`<p>${htmlProse(feedback)}</p>`]),
    ...(known
      ? [
          `<p><b>${htmlProse(known.title)}.</b> ${htmlProse(known.explanation)} ${htmlProse(known.advice)}</p>`,
        ]
      : []),
    ...(shown ? [`<figure>\n${timelineSvg(layout(shown.trace, shown.ghost, feedback))}\n</figure>`] : []),
    "</article>",
  ].join("\n");
}

function headingOf(id: string, exercise: ReportExercise | undefined): string {
  return htmlText(exercise ? `${numberOf(id)} ${exercise.title}` : id);
}
