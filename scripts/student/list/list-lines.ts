// What `npm run list` prints.
import { beltOf, belts } from "../../lib/belts.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { columnsOf, type Paint, printable } from "../../lib/terminal.ts";
import type { ListState } from "./state.ts";

export interface Listed {
  id: string;
  title: string;
  state: ListState;
}

const colours = { begun: "green", "not begun": "dim", "no file": "yellow" } as const;

/** One line an exercise, under its belt's; `exercises` in their order. */
export function listLines(exercises: Listed[], paint: Paint): string[] {
  const groups = Map.groupBy(exercises, ({ id }) => beltOf(id));
  const column = Math.max(...exercises.map(({ title }) => columnsOf(printable(title))));
  const lines = [...belts, undefined].flatMap((belt) => {
    const of = groups.get(belt);
    if (!of) return [];
    return [
      paint("bold", belt ? `${belt.name} belt` : "beyond"),
      ...of.map((each) => line(each, column, paint)),
      "",
    ];
  });
  const begun = exercises.filter(({ state }) => state === "begun").length;
  const gone = exercises.find(({ state }) => state === "no file");
  return [
    ...lines,
    `${begun} of ${exercises.length} begun. Your points: npm run score`,
    ...(gone ? [`To get a file back: npm run reset ${numberOf(gone.id)}`] : []),
  ];
}

function line({ id, title, state }: Listed, column: number, paint: Paint): string {
  const text = printable(title);
  const padding = " ".repeat(column - columnsOf(text));
  return `  ${numberOf(id)}  ${text}${padding}  ${paint(colours[state], state)}`;
}
