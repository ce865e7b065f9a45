// Rewrites honest text that SES would refuse: its filters look for `import(`, `eval(` and HTML comments in the whole text.
import { type Node, type Token, tokTypes } from "acorn";
import { full } from "acorn-walk";

/**
 * What SES 2.3 refuses (rejectImportExpressions, rejectSomeDirectEvalExpressions, rejectHtmlComments), and which of
 * the found characters is written as an escape. Never the first of a word, which a regular expression may hold as
 * `\import`, nor one that has a meaning of its own there: the `!` of `(?<!--)`, the first `-` of `[<!--a]`.
 */
const REFUSED = [
  { pattern: /(?<=^|[^.]|\.\.\.)\bimport(?=\s*(?:\(|\/[/*]))/g, at: 1 },
  { pattern: /(?<=^|[^.])\beval(?=\s*\()/g, at: 1 },
  { pattern: /<!--/g, at: 3 },
  { pattern: /-->/g, at: 2 },
];

/** Whether SES would refuse to evaluate this text. */
export function refusedBySes(code: string): boolean {
  return REFUSED.some(({ pattern }) => code.search(pattern) >= 0);
}

export interface Replacement {
  /** The offset of the one character that is replaced. */
  offset: number;
  text: string;
}

/**
 * The replacements that let `code` pass SES with the same meaning, in the order of the text. `tree` and `tokens` are
 * acorn's for it, and it must hold no dynamic import and no use of `eval`: then every such word is the name of a
 * property. Text in tagged templates stays, since its tag can see how it is written.
 */
export function replacements(code: string, tree: Node, tokens: Token[]): Replacement[] {
  const tagged = taggedText(tree);
  const offsets = REFUSED.flatMap(({ pattern, at }) =>
    Array.from(code.matchAll(pattern), (match) => match.index + at),
  );
  return [...new Set(offsets)]
    .sort((a, b) => a - b)
    .flatMap((offset) => {
      const token = tokenAt(tokens, offset);
      if (!token || tagged.has(token.start)) return [];
      const prefix = escapePrefix(token);
      return prefix ? [{ offset, text: prefix + code.charCodeAt(offset).toString(16) }] : [];
    });
}

/** `code` with the replacements made. */
export function replaced(code: string, list: Replacement[]): string {
  let [result, done] = ["", 0];
  for (const { offset, text } of list) {
    result += code.slice(done, offset) + text;
    done = offset + 1;
  }
  return result + code.slice(done);
}

const LITERALS = new Set([tokTypes.string, tokTypes.template, tokTypes.regexp]);
const NAMES = new Set([tokTypes.name, tokTypes.privateId, tokTypes._import]);

function escapePrefix({ type }: Token): string | undefined {
  if (LITERALS.has(type)) return "\\x";
  return NAMES.has(type) ? "\\u00" : undefined;
}

function taggedText(tree: Node): Set<number> {
  const starts = new Set<number>();
  full(tree, (node) => {
    if (node.type !== "TaggedTemplateExpression") return;
    for (const { start } of (node as any).quasi.quasis) starts.add(start);
  });
  return starts;
}

function tokenAt(tokens: Token[], offset: number): Token | undefined {
  let [low, high] = [0, tokens.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle]!;
    if (token.end <= offset) low = middle + 1;
    else if (token.start > offset) high = middle - 1;
    else return token;
  }
  return undefined;
}
