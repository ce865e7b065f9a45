// That no piece of an exercise still waits for its author.

import { join } from "node:path";
import { type Fact, fact } from "../evidence/facts.ts";
import { type ExercisePieces, readText } from "../evidence/project-files.ts";
import { FILL_IN } from "../new/templates.ts";

export function fillInFact(
  root: string,
  { id, entry, stub, readme, reference, alsoCorrect, wrong }: ExercisePieces,
): Fact {
  const solution = (name: string) => `solutions/${id}/${name}`;
  const texts: [string, string | undefined][] = [
    [`exercises/${id}/README.md`, readme],
    [`exercises/${id}/${entry}`, stub],
    [`graders/${id}.ts`, readText(join(root, "graders", `${id}.ts`))],
    [solution(entry), reference],
    ...[...alsoCorrect, ...wrong].map(({ name, text }): [string, string] => [solution(name), text]),
  ];
  const places = texts.flatMap(([path, text]) => {
    const lines = (text ?? "")
      .split("\n")
      .flatMap((line, index) => (line.includes(FILL_IN) ? [index + 1] : []));
    return lines.length > 0 ? [`${path}, ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`] : [];
  });
  return fact(`${id}: nothing is left to fill in`, places.length > 0 && `Fill in:\n${places.join("\n")}`);
}
