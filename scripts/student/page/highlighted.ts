// A program's text in coloured pieces: what each is, for the page's style sheet to colour.
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { parser } from "@lezer/javascript";
import { printable } from "../../../graders/trace/printable.ts";

/** What a piece of code is; empty: nothing that has a colour. */
export type Kind = "" | "keyword" | "string" | "number" | "comment" | "name" | "type" | "call";

/** A line's pieces from left to right: of each, what it is and its text. */
export type CodeLine = [kind: Kind, text: string][];

const kinds = tagHighlighter([
  {
    tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self, tags.null, tags.bool],
    class: "keyword",
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.character], class: "string" },
  { tag: tags.number, class: "number" },
  { tag: tags.comment, class: "comment" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: "call" },
  { tag: [tags.typeName, tags.className], class: "type" },
  { tag: tags.definition(tags.variableName), class: "name" },
]);
const typescript = parser.configure({ dialect: "ts" });

/** A longer text is shown without colours: nobody reads it so, and parsing takes its time. */
const LONGEST = 100_000;

/** A TypeScript file's lines, also of one that does not compile. What is no character is shown as `\u001b`. */
export function highlighted(source: string): CodeLine[] {
  const text = source.replace(/^\uFEFF/, "").replace(/\r\n|[\r\u2028\u2029]/g, "\n");
  if (text.length > LONGEST) return text.split("\n").map((line) => [["", plain(line)]]);
  const lines: CodeLine[] = [[]];
  const put = (piece: string, kind: string) => lines.at(-1)!.push([kind as Kind, plain(piece)]);
  highlightCode(text, typescript.parse(text), kinds, put, () => lines.push([]));
  return lines;
}

function plain(text: string): string {
  return printable(text.replaceAll("\t", "  "));
}
