// What was measured, as a table for the terminal.
import Table from "cli-table3";
import { type Count, type Measured, sum } from "./measure.ts";

const HEAD = [
  "",
  "together",
  "graders alone",
  "catalogue alone",
  "in the first",
  "in other checks",
  "pictures",
];

/** Each cell: how often the right misconception was named, another one, none. Below it, what was named wrongly. */
export function measuredTable(measured: readonly Measured[]): string {
  const table = new Table({
    head: HEAD,
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "right", "right", "right", "right", "right", "right"],
  });
  const row = (
    name: string,
    of: (key: "together" | "graders" | "catalogue" | "first" | "elsewhere") => Count,
    all: readonly Measured[],
  ) => {
    table.push([
      name,
      ...(["together", "graders", "catalogue", "first", "elsewhere"] as const).map((key) => cell(of(key))),
      (["alike", "instant"] as const)
        .map((fault) => all.reduce((count, { pictures }) => count + pictures[fault], 0))
        .join(" / "),
    ]);
  };
  for (const each of measured) row(each.id, (key) => each[key], [each]);
  row("all", (key) => sum(measured.map((each) => each[key])), measured);
  return [
    "Named: the right misconception / another / none, in the check that a wrong answer is about; in the first that it",
    "fails; and in all others than its own. Each answer is left out of the catalogue in turn where another one shares its",
    "misconception. Pictures of first failures: those that are",
    "the same as the reference's / that show nothing that takes time.",
    table.toString(),
    ...measured.flatMap(({ mistaken }) => mistaken),
  ].join("\n");
}

function cell({ right, wrong, none }: Count): string {
  return `${right} / ${wrong} / ${none}`;
}
