// The course's own right answers to an exercise, for those who have one of their own: the reference, and two other styles.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface RightAnswer {
  /** `the reference`, or the name of its style: `start then await`. */
  name: string;
  /** Why it is right, or how it goes about it: what its first comment says. */
  why: string;
  /** Without that comment. */
  source: string;
}

const OTHERS = 2;
/** What has fewer words of its own than this part is no other style. */
const SAME_STYLE = 0.3;

/** `folder`: solutions/. The reference, then the shortest that are unlike it and each other, those with a reason first; none
 * where there is none. */
export function rightAnswersIn(folder: string, id: string): RightAnswer[] {
  const reference = read(join(folder, id, `${id.slice(3)}.ts`));
  if (reference === undefined) return [];
  const others = filesIn(join(folder, id, "also-correct")).flatMap((file) => {
    const text = read(join(folder, id, "also-correct", file));
    return text === undefined ? [] : [answerOf(file.replace(/\.ts$/, "").replaceAll("-", " "), text)];
  });
  const chosen = [answerOf("the reference", reference)];
  const mute = ({ why }: RightAnswer) => Number(why === "");
  const inOrder = others.sort(
    (a, b) => mute(a) - mute(b) || a.source.length - b.source.length || (a.name < b.name ? -1 : 1),
  );
  const isOther = (one: RightAnswer) => chosen.every(({ source }) => unlike(one.source, source) > SAME_STYLE);
  for (const one of inOrder) if (chosen.length <= OTHERS && isOther(one)) chosen.push(one);
  return chosen;
}

function answerOf(name: string, text: string): RightAnswer {
  const [, comment = "", source = ""] = /^((?:\/\/.*\n)*)\s*([\s\S]*)$/.exec(text.replaceAll("\r\n", "\n"))!;
  const why = comment
    .replace(/^\/\/ ?/gm, "")
    .replaceAll("\n", " ")
    .trim();
  return { name, why, source };
}

/** From 0, the same words, to 1, none in common. */
function unlike(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(text.match(/\w+/g)));
  const all = left!.union(right!).size;
  return all === 0 ? 0 : 1 - left!.intersection(right!).size / all;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .sort();
  } catch {
    return [];
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
