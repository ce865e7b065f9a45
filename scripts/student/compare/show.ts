// What a comparison looks like: each of our answers with its reason, beside the student's where there is room for two.
import type { RightAnswer } from "../../../graders/engine/edition/right-answers.ts";
import { cut, type Paint, padded, printable, wrap } from "../../lib/terminal.ts";
import type { Comparison } from "./compare.ts";
import { rowsOf } from "./rows.ts";

export interface CompareLook {
  width: number;
  paint: Paint;
}

/** Below this many columns the lines stand under each other. */
const SIDE_BY_SIDE = 100;

export function comparisonLines({ own, answers }: Comparison, look: CompareLook): string[] {
  const { width, paint } = look;
  const intro = "Yours is right. Here are other right answers; what is marked is not in the other one.";
  return [
    "",
    ...wrap(intro, width - 2).map((line) => ` ${line}`),
    ...answers.flatMap((answer) => [
      "",
      ` ${paint("bold", printable(answer.name))}`,
      ...(answer.why ? wrap(printable(answer.why), width - 4) : []).map((line) => `   ${line}`),
      "",
      ...(width >= SIDE_BY_SIDE ? beside(own, answer, look) : below(own, answer, look)),
    ]),
  ];
}

function beside(
  own: Comparison["own"],
  { name, source }: RightAnswer,
  { width, paint }: CompareLook,
): string[] {
  const room = Math.floor((width - 9) / 2);
  const cell = (text: string, marked: boolean, sign: string, colour: "red" | "green") => {
    const shown = padded(text, room);
    return marked && text !== "" ? paint(colour, `${sign} ${shown}`) : `  ${shown}`;
  };
  const head = `   ${padded(cut(printable(own.name), room), room)}    ${cut(printable(name), room)}`;
  const rows = rowsOf(own.source, source).flatMap(({ left = "", right = "", same }) => {
    const [lefts, rights] = [left, right].map((text) => broken(text, room));
    return Array.from({ length: Math.max(lefts!.length, rights!.length) }, (_, index) => {
      const sides = [
        cell(lefts![index] ?? "", !same, "-", "red"),
        cell(rights![index] ?? "", !same, "+", "green"),
      ];
      return ` ${sides.join(" │ ")}`.trimEnd();
    });
  });
  return [paint("dim", head), ...rows];
}

function below(
  own: Comparison["own"],
  { name, source }: RightAnswer,
  { width, paint }: CompareLook,
): string[] {
  const room = width - 4;
  const lines: string[] = [];
  let later: string[] = [];
  for (const { left, right, same } of rowsOf(own.source, source)) {
    if (same) {
      lines.push(...later, ...broken(left!, room).map((line) => `   ${line}`.trimEnd()));
      later = [];
      continue;
    }
    if (left) lines.push(...broken(left, room).map((line) => paint("red", ` - ${line}`)));
    if (right) later.push(...broken(right, room).map((line) => paint("green", ` + ${line}`)));
  }
  const head = ` - ${printable(own.name)}   + ${printable(name)}`;
  return [paint("dim", cut(head, width)), ...lines, ...later];
}

/** Code is shown whole: what has no room goes on in the next line. */
function broken(text: string, room: number): string[] {
  return text.match(new RegExp(`.{1,${room}}`, "gu")) ?? [""];
}
