// Facts about an exercise's README: it promises what is graded, in the same words, and has what every README has.
import { type Fact, fact } from "../evidence/facts.ts";
import type { ExercisePieces } from "../evidence/project-files.ts";

const MOST_LINES = 42;
const FEWEST_HINTS = 3;

/** `titles`: the checks' titles, in order. `course`: the names of the demonstrations that there are. */
export function readmeFacts(
  { id, readme = "", stub = "" }: ExercisePieces,
  titles: string[],
  course: readonly string[],
): Fact[] {
  const path = `exercises/${id}/README.md`;
  const bullets = gradedBullets(readme);
  const hints = readme.match(/<details/g)?.length ?? 0;
  const before = linesBeforeHints(readme);
  const unsigned = exportedNames(stub).filter(
    (name) => !codeBlocks(readme).some((block) => mentions(block, name)),
  );
  return [
    fact(`${id}: its README begins with what to see first`, seesNothing(readme, course, path)),
    fact(`${id}: its README lists the checks`, differs(bullets, titles, path)),
    fact(
      `${id}: its README has hints`,
      hints < FEWEST_HINTS &&
        `${path} has ${hints} <details>; write at least ${FEWEST_HINTS} hints, from a nudge to nearly the answer.`,
    ),
    fact(
      `${id}: its README is short`,
      before > MOST_LINES && `${path} has ${before} lines before the hints; shorten it to ${MOST_LINES}.`,
    ),
    fact(
      `${id}: its README has the signature`,
      unsigned.length > 0 && `No code block of ${path} shows ${unsigned.join(", ")}. Show how it is called.`,
    ),
  ];
}

function seesNothing(readme: string, course: readonly string[], path: string): string | undefined {
  const line = /^# .*\n\nSee it first: `npm run play ((?:P\d+-[a-z0-9-]+ ?)+)`\.\n/.exec(
    readme.replaceAll("\r\n", "\n"),
  );
  if (!line)
    return `${path} names no demonstration. Write after its title: See it first: \`npm run play P6-tasks\`. \`npm run play\` lists them.`;
  const missing = line[1]!.split(" ").find((name) => !course.includes(name));
  return missing === undefined ? undefined : `${path} names ${missing}, which is not in examples/course.`;
}

function differs(bullets: string[], titles: string[], path: string): string | undefined {
  if (bullets.length === 0)
    return `${path} has no list under "## Graded". Write the checks' titles there, as bullets.`;
  const index = titles.findIndex((title, at) => bullets[at] !== title);
  if (index >= 0) {
    const got = bullets[index] === undefined ? "is missing" : `says "${bullets[index]}"`;
    return `Bullet ${index + 1} under "## Graded" in ${path} ${got}; the grader's check is "${titles[index]}". Make them equal.`;
  }
  if (bullets.length > titles.length) {
    return `${path} promises "${bullets[titles.length]}", but no check has that title. Remove it, or write the check.`;
  }
  return undefined;
}

/** The bullets of the section `## Graded`, each on one line whatever its line breaks. */
export function gradedBullets(readme: string): string[] {
  const section = /^## Graded[ \t]*\n([\s\S]*?)(?=^#|^<details|(?![\s\S]))/m.exec(readme)?.[1] ?? "";
  return section
    .split(/^[-*] /m)
    .slice(1)
    .map((item) =>
      item
        .split(/\n\s*\n/)[0]!
        .replace(/\s+/g, " ")
        .trim(),
    );
}

function linesBeforeHints(readme: string): number {
  const hints = /^(## Hints|<details)/m.exec(readme);
  const text = hints ? readme.slice(0, hints.index) : readme;
  return text.trimEnd().split("\n").length;
}

/** What a stub exports that exists when it runs. */
export function exportedNames(stub: string): string[] {
  return Array.from(
    stub.matchAll(/^export (?:async )?(?:abstract )?(?:function\*?|class|const|let) (\w+)/gm),
    (match) => match[1]!,
  );
}

function codeBlocks(readme: string): string[] {
  return Array.from(readme.matchAll(/^```.*\n([\s\S]*?)^```/gm), (match) => match[1]!);
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
