// A README's Markdown as plain data, which the page makes elements of: no markup ever reaches it.
import { lexer, type Token, type Tokens } from "marked";
import { printableLines } from "../../../graders/trace/printable.ts";
import { type CodeLine, highlighted } from "./highlighted.ts";

export type Block =
  | { kind: "heading"; text: Inline[] }
  | { kind: "paragraph"; text: Inline[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "code"; lines: CodeLine[] }
  | { kind: "table"; rows: Inline[][][] };

/** Words, and what they are besides. */
export interface Inline {
  text: string;
  look?: "code" | "strong" | "em";
  /** Where it leads to; only of https addresses. */
  href?: string;
}

/** What has no place in a task, such as HTML, is left out. */
export function blocksOf(markdown: string): Block[] {
  return lexer(printableLines(markdown)).flatMap(blockOf);
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case "heading":
      return [{ kind: "heading", text: inlines(token.tokens) }];
    case "paragraph":
    case "text":
      return [
        { kind: "paragraph", text: "tokens" in token ? inlines(token.tokens) : [{ text: token.text }] },
      ];
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: "list", ordered, items: items.map((item) => item.tokens.flatMap(blockOf)) }];
    }
    case "code": {
      const { lang, text } = token as Tokens.Code;
      const lines: CodeLine[] = text.split("\n").map((line) => [["", line]]);
      return [{ kind: "code", lines: lang === "ts" ? highlighted(text) : lines }];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ tokens }) => inlines(tokens));
      return [{ kind: "table", rows: [header, ...rows].map(cells) }];
    }
    default:
      return [];
  }
}

function inlines(tokens: Token[] | undefined, more: Omit<Inline, "text"> = {}): Inline[] {
  return (tokens ?? []).flatMap((token): Inline[] => {
    switch (token.type) {
      case "strong":
      case "em":
        return inlines(token.tokens, { ...more, look: token.type });
      case "codespan":
        return [{ ...more, text: token.text, look: "code" }];
      case "link":
        return inlines(token.tokens, { ...more, ...(/^https:/.test(token.href) && { href: token.href }) });
      case "br":
        return [{ text: " " }];
      case "text":
      case "escape":
        return "tokens" in token && token.tokens
          ? inlines(token.tokens, more)
          : [{ ...more, text: token.text.replaceAll("\n", " ") }];
      default:
        return [];
    }
  });
}
