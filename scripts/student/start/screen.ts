// The whole screen as lines, exactly as many as the window has rows: the answer never scrolls away.
import { beltOf } from "../../lib/belts.ts";
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";
import { columnsOf, cut, printable, wrap } from "../../lib/terminal.ts";
import { stepKeys } from "../step/after-key.ts";
import type { Look } from "../test/exercise-lines.ts";
import { stateOfExercise, totalOf } from "../test/exercise-report.ts";
import type { Extent } from "./companion.ts";
import { footerKeys } from "./keys.ts";
import { isKnown, isUntouched, scoreOf } from "./standing.ts";
import type { State } from "./types.ts";
import { bodyOf } from "./views.ts";

export interface Screen {
  /** Above the line that tells how the current exercise stands. */
  title: string;
  status: string;
  rest: string[];
  extent: Extent;
}

export interface Size {
  columns: number;
  rows: number;
}

/** Lines of at most `columns` columns as far as words allow; whoever draws them cuts the rest. */
export function screenOf(state: State, { columns, rows }: Size, look: Omit<Look, "width">): Screen {
  const whole = { ...look, width: Math.min(columns, 120) };
  const notice = noticeLines(state, whole);
  const footer = footerLine(state, whole);
  // Title, status, two rules, the footer, and whatever was just done.
  const page = Math.max(1, rows - 5 - notice.length);
  const { lines, begin = 0, keep } = bodyOf(state, whole, page);
  const last = Math.max(0, lines.length - page);
  const wanted = state.scroll ?? begin;
  const first = Math.min(last, keep === undefined ? wanted : visible(wanted, keep, page));
  const shown = lines.slice(first, first + page);
  return {
    title: titleLine(state, whole),
    status: statusLine(state, whole),
    rest: [
      rule(first > 0 ? `↑ ${first} more` : "", whole),
      ...shown,
      ...Array.from({ length: page - shown.length }, () => ""),
      rule(first < last ? `↓ ${last - first} more: Space` : "", whole),
      ...notice,
      footer,
    ],
    extent: { first, last, page },
  };
}

/** The first line to show so that line `keep` is in sight. */
function visible(first: number, keep: number, page: number): number {
  if (keep < first) return keep;
  return Math.max(first, keep - page + 1);
}

function titleLine(state: State, { width, paint }: Look): string {
  const { current, exercises } = state;
  const exercise = exercises.find(({ id }) => id === current);
  const name = `${numberOf(current)} ${printable(exercise?.title ?? slugOf(current))}`;
  const { score, maxScore, belts } = scoreOf(state);
  const belt = beltOf(current);
  const of = belts.find(({ name }) => name === belt?.name)?.exercises ?? [];
  const cells = of.map((each) => (each.outcome === "passed" ? "█" : each.untouched ? "░" : "▒")).join("");
  const known = isKnown(
    state,
    exercises.map(({ id }) => id),
  );
  const points = maxScore > 0 ? `${known ? score : "…"}/${maxScore}` : "";
  const right = [cells, points].filter(Boolean).join(" ");
  const long = belt ? `${belt.name} ${right}` : right;
  const fits = (text: string, most: string) => columnsOf(most) + columnsOf(text) + 4 <= width;
  // The exercise's number comes before anything else.
  const chosen = fits(long, name) ? long : fits(right, name.slice(0, 8)) ? right : "";
  const room = width - columnsOf(chosen) - 3;
  const shown = cut(name, room);
  const gap = " ".repeat(Math.max(1, width - 2 - columnsOf(shown) - columnsOf(chosen)));
  const coloured = belt ? chosen.replace(cells, paint(belt.colour as never, cells)) : chosen;
  return ` ${paint("bold", shown)}${gap}${coloured}`;
}

/** How the current exercise stands; that it is being graded says whoever draws, who knows how long. */
function statusLine({ current, reports }: State, { paint }: Look): string {
  const report = reports.get(current);
  if (!report) return "";
  const { passed, checks, score, maxScore } = totalOf(report);
  const points = `${score} of ${maxScore} points`;
  if (isUntouched(report)) return paint("dim", "· not begun yet");
  switch (stateOfExercise(report)) {
    case "passed":
      return paint("green", `✓ passes: ${points}`);
    case "fault":
      return paint("yellow", "! could not be graded");
    default:
      return paint("red", `✗ ${passed} of ${checks} checks, ${points}`);
  }
}

function rule(text: string, { width, paint }: Look): string {
  const line = text ? `── ${text} ` : "";
  return paint("dim", line + "─".repeat(Math.max(0, width - columnsOf(line))));
}

function noticeLines({ notice, asking, current }: State, { width, paint }: Look): string[] {
  const file = `${slugOf(current)}.ts`;
  const text = asking ? `Reset ${file}? Yours is kept in .attempts/. (y/n)` : notice;
  if (text === "") return [];
  return wrap(printable(text.replaceAll("\n", " ")), width - 2)
    .flatMap((line) => broken(line, width - 2))
    .slice(0, 4)
    .map((line) => ` ${paint(asking ? "yellow" : "cyan", line)}`);
}

function footerLine(state: State, { width, paint }: Look): string {
  const { view } = state;
  const keys = footerKeys.flatMap(([key, does]): [string, string][] => {
    const report = state.reports.get(state.current);
    // What was not begun has nothing to go back from.
    if (key === "r" && report && isUntouched(report)) return [];
    return [[key, key === "v" && state.timelines ? "fewer timelines" : does]];
  });
  const own: [string, string][] =
    view.kind === "list"
      ? [
          ["↑↓", "choose"],
          ["Enter", "go there"],
          ["Esc", "back"],
          ["q", "quit"],
        ]
      : view.kind === "steps"
        ? [...stepKeys, ["Esc", "back"], ["q", "quit"]]
        : view.kind === "verdict"
          ? keys
          : [["Esc", "back"], ...keys.filter(([, does]) => does !== view.kind)];
  const parts: string[] = [];
  let columns = 0;
  for (const [key, does] of own) {
    columns += columnsOf(`${key} ${does}`) + 2;
    if (columns > width) break;
    parts.push(`${paint("bold", key)} ${paint("dim", does)}`);
  }
  return ` ${parts.join("  ")}`;
}

/** A path is told whole: where it is too long for the line it goes on in the next. */
function broken(line: string, width: number): string[] {
  return line.match(new RegExp(`.{1,${Math.max(1, width)}}`, "gu")) ?? [];
}
