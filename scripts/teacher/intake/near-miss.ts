// Which exercise a file is meant for that is not called as it should be: three-apis (1).ts, 03.ts, ThreeAPIs.ts.txt.
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";

export interface Meaning {
  /** The exercise's id. */
  id: string;
  /**
   * `copy`: nothing but what systems and people put to a name (`(1)`, `final`, a number); `named`: other words beside
   * it; `place`: only the folder tells.
   */
  by: "copy" | "named" | "place";
}

/** What says nothing of what a file is: copies and versions, in the languages in which systems make them. */
const noise = new Set(
  (
    "copy copia cópia copie kopie kopia kopi kopio of von de di af av от копия コピー 副本 a la the my mein mijn " +
    "final finale finally last latest new neu nuevo updated update fixed fix corrected correct korrigiert end endgültig " +
    "solution solutions solved answer lösung loesung abgabe submission submit hand in handin homework hw " +
    "version ver v rev ex exo exercise exercice ejercicio esercizio aufgabe übung uebung task assignment opgave no nr"
  ).split(" "),
);
/** With a number these name an exercise. */
const exerciseWords =
  /^(?:ex|exo|exercise|exercice|ejercicio|esercizio|aufgabe|übung|uebung|task|assignment|opgave|no|nr)$/;
/** Beside an exercise's name: another kind of file. */
const otherKinds =
  /^(?:tests?|specs?|helpers?|utils?|types?|d|mocks?|config|setup|notes?|readme|grader|draft|entwurf)$/;
/** Names that a file has for no reason: its folder tells what it is. */
const codeEnding = /\.[mc]?[jt]sx?$/i;

/** The name as words, in small letters: `ThreeAPIs (1)` is three, apis, 1. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFKC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, "$1$3 $2$4")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** Without what says that it is code: `.ts`, `.TS`, `.mts`, `.js`, `.ts.txt`. */
function stemOf(file: string): string {
  const stem = file.replace(/\.txt$/i, "").replace(codeEnding, "");
  return stem.replace(codeEnding, "");
}

interface Named {
  id: string;
  rest: string[];
}

export class NearMisses {
  private readonly exercises: readonly { id: string; slug: string; number: string }[];

  constructor(ids: readonly string[]) {
    this.exercises = ids.map((id) => ({ id, slug: slugOf(id).replaceAll("-", ""), number: numberOf(id) }));
  }

  /** What the file at this path can mean, if that is one exercise. */
  meaningOf(path: string): Meaning | undefined {
    const parts = path.split("/");
    const words = wordsOf(stemOf(parts.at(-1)!));
    if (words.some((word) => otherKinds.test(word))) return undefined;
    const place = parts.slice(0, -1).findLast((part) => this.folder(part) !== undefined);
    const there = place === undefined ? undefined : this.folder(place);
    const named = this.named(words) ?? this.numbered(words);
    if (named === "several") return undefined;
    if (!named) return there !== undefined && place === parts.at(-2) ? { id: there, by: "place" } : undefined;
    if (there !== undefined && there !== named.id) return undefined;
    const copy = named.rest.every((word) => noise.has(word) || /^\d+$/.test(word));
    return { id: named.id, by: copy ? "copy" : "named" };
  }

  /** The exercise that a folder is called by: `03-three-apis`, `3`, `Three APIs`. */
  private folder(name: string): string | undefined {
    const words = wordsOf(name);
    const named = this.named(words);
    if (named === "several") return undefined;
    if (named)
      return named.rest.every((word) => noise.has(word) || /^\d+$/.test(word)) ? named.id : undefined;
    return this.numbered(words)?.id;
  }

  /** The longest of the exercises' names that stands in these words, or is one slip away from all of them. */
  private named(words: readonly string[]): Named | "several" | undefined {
    const found = this.exercises.flatMap(({ id, slug }) => {
      const window = windowOf(words, (text) => text === slug);
      return window ? [{ id, slug, ...window }] : [];
    });
    const longest = found.toSorted((a, b) => b.slug.length - a.slug.length)[0];
    if (!longest) return this.misspelled(words);
    // One in another, as `timeout` in `retry-timeout`, is the longer one; two beside each other are two.
    const apart = found.some(({ from, to }) => to <= longest.from || from >= longest.to);
    const rest = [...words.slice(0, longest.from), ...words.slice(longest.to)];
    if (apart || this.contradicts(words[0]!, longest.id)) return "several";
    return { id: longest.id, rest };
  }

  private misspelled(words: readonly string[]): Named | "several" | undefined {
    const plain = words.filter((word) => !noise.has(word) && !/^\d+$/.test(word)).join("");
    const found = this.exercises.filter(({ slug }) => slug.length >= 7 && isOneSlip(plain, slug));
    if (found.length > 1) return "several";
    return found[0] && !this.contradicts(words[0]!, found[0].id) ? { id: found[0].id, rest: [] } : undefined;
  }

  /** `04-three-apis.ts` */
  private contradicts(first: string, id: string): boolean {
    return (
      /^\d\d$/.test(first) && first !== numberOf(id) && this.exercises.some(({ number }) => number === first)
    );
  }

  /** `03.ts`, `ex3.ts`; a number and no more: of one digit only beside such a word. */
  private numbered(words: readonly string[]): Named | undefined {
    const numbers = words.filter((word) => /^\d+$/.test(word));
    const others = words.filter((word) => !/^\d+$/.test(word));
    const [number] = numbers;
    if (number === undefined || words.find((word) => word === number) === undefined) return undefined;
    if (numbers.length > 1 || !others.every((word) => noise.has(word))) return undefined;
    if (number.length !== 2 && !others.some((word) => exerciseWords.test(word))) return undefined;
    const exercise = this.exercises.find((each) => each.number === number.padStart(2, "0"));
    return exercise && { id: exercise.id, rest: [] };
  }
}

/** Where words, written together, are this text. */
function windowOf(words: readonly string[], is: (text: string) => boolean) {
  for (let from = 0; from < words.length; from++) {
    let text = "";
    for (let to = from + 1; to <= Math.min(words.length, from + 12); to++) {
      text += words[to - 1];
      if (is(text)) return { from, to };
    }
  }
  return undefined;
}

/** One letter too many, too few, another one, or two exchanged. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (x.length <= 1 && y.length <= 1) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
