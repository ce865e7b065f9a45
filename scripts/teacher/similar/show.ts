// What the terminal and similar.csv say about submissions that are alike.
import { numberOf, shortList } from "../../lib/exercise-ids.ts";
import { cut, type Paint, padded, printable, shownName } from "../../lib/terminal.ts";
import { csvLine } from "../reports/csv-text.ts";
import type { Finding, Found } from "./find.ts";
import type { Span } from "./read-answers.ts";

const namesAtMost = 12;
const linesAtMost = 10;
const reasonsAtMost = 10;

/**
 * What is printed of one finding, and of those that concern the same submissions (`also`). `excerpt`: its longest shared
 * stretch, as the two wrote it.
 */
export function findingLines(
  finding: Finding,
  also: readonly Finding[],
  excerpt: [string[], string[]] | undefined,
  width: number,
  paint: Paint,
): string[] {
  const { exercise, kind, ids, share, spans } = finding;
  const names = ids
    .slice(0, namesAtMost)
    .map((id) => shownName(id))
    .join(", ");
  const more = ids.length > namesAtMost ? ` and ${ids.length - namesAtMost} more` : "";
  const how = {
    copies: "the same file",
    renamed: "the same but for names and layout",
    alike: percent(share),
    ring: "a ring, each like most of the others, and unlike the rest of the class",
    course: `${share === 1 ? "the same as" : "much like"} the course's answer, ${finding.course}`,
  }[kind];
  const head = `${exercise}  ${paint("bold", `${names}${more}`)}: ${how}`;
  const exercises = [...new Set(also.map((each) => each.exercise))]
    .filter((each) => each !== exercise)
    .sort();
  const elsewhere = exercises.length > 0 ? [`  also alike in ${shortList(exercises)}`] : [];
  const [first] = spans;
  if (!first) return [head, ...elsewhere];
  const at = `  ${shownName(ids[0]!)}: ${listed(
    spans.map((span) => span.first),
    shownName,
  )}; ${shownName(ids[1]!)}: ${listed(
    spans.map((span) => span.second),
    shownName,
  )}`;
  return [head, at, ...elsewhere, ...(excerpt ? sideBySide(first, excerpt, width) : [])];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} % of what is uncommon in the shorter one`;
}

function sideBySide(
  { first, second }: Finding["spans"][number],
  [one, two]: [string[], string[]],
  width: number,
): string[] {
  const room = Math.max(20, Math.floor((width - 7) / 2));
  const cell = (span: Span, lines: string[], index: number) => {
    const line = lines[index];
    if (line === undefined) return "";
    // All of it could be as long as a file, for the few columns that are shown.
    const text = printable(line.slice(0, 16 * room).replaceAll("\t", "  "));
    return cut(`${String(span.from + index).padStart(4)} ${text}`, room);
  };
  const count = Math.min(linesAtMost, Math.max(one.length, two.length));
  return Array.from({ length: count }, (_, index) => {
    const left = cell(first, one, index);
    return `  ${padded(left, room)} │ ${cell(second, two, index)}`.trimEnd();
  });
}

/** `timeout.ts 3-12, 20-24`: each line once, in order. */
function listed(spans: readonly Span[], shown: (file: string) => string): string {
  const files = Map.groupBy(spans, ({ file }) => file);
  return Array.from(files, ([file, all]) => {
    const joined: Span[] = [];
    for (const span of all.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      const last = joined.at(-1);
      if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
      else joined.push({ ...span });
    }
    return `${shown(file)} ${joined.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(", ")}`;
  }).join("; ");
}

/** What could not be compared, by reason. */
export function notComparedLines({ notCompared }: Found): string[] {
  const reasons = [...Map.groupBy(notCompared, ({ reason }) => reason)];
  return reasons.slice(0, reasonsAtMost).map(([reason, all]) => {
    const who = all
      .slice(0, namesAtMost)
      .map(({ id, exercise }) => `${shownName(id)} (${numberOf(exercise)})`);
    const more = all.length > namesAtMost ? ` and ${all.length - namesAtMost} more` : "";
    return `Not compared, ${shownName(reason, 120)}: ${who.join(", ")}${more}`;
  });
}

const kinds = { copies: "same file", renamed: "same but for names and layout", alike: "alike", ring: "ring" };

/** A row a finding, the most telling first. */
export function* csvText(findings: readonly Finding[]): Generator<string> {
  yield csvLine(["exercise", "what", "submissions", "alike %", "lines of the first", "lines of the second"]);
  for (const { exercise, kind, ids, share, spans, course } of findings) {
    const lines = (["first", "second"] as const).map((side) =>
      listed(
        spans.map((span) => span[side]),
        (file) => file,
      ),
    );
    yield csvLine([
      exercise,
      kind === "course" ? `${share === 1 ? "same as" : "much like"} ${course}` : kinds[kind],
      ids.join("; "),
      Math.round(share * 100),
      ...lines,
    ]);
  }
}
