// A task's or hint's text as elements.
import { el } from "../../../lib/page/dom.ts";
import type { Block, Inline } from "../blocks.ts";
import { codeLine } from "./code.ts";

export function blocksView(blocks: readonly Block[]): HTMLElement[] {
  return blocks.map(blockView);
}

function blockView(block: Block): HTMLElement {
  switch (block.kind) {
    case "heading":
      return el("h3", {}, ...words(block.text));
    case "paragraph":
      return el("p", {}, ...words(block.text));
    case "list": {
      const items = block.items.map((item) => el("li", {}, ...itemView(item)));
      return el(block.ordered ? "ol" : "ul", {}, ...items);
    }
    case "code": {
      const lines = block.lines.flatMap((line, index) => [...(index > 0 ? ["\n"] : []), codeLine(line)]);
      return el("pre", { tabindex: 0 }, ...lines);
    }
    case "table": {
      const [head = [], ...rows] = block.rows;
      const cells = (row: Inline[][], tag: "td" | "th") => row.map((cell) => el(tag, {}, ...words(cell)));
      const body = rows.map((row) => el("tr", {}, ...cells(row, "td")));
      const table = el(
        "table",
        {},
        el("thead", {}, el("tr", {}, ...cells(head, "th"))),
        el("tbody", {}, ...body),
      );
      return el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Table" }, table);
    }
  }
}

/** A short item needs no paragraph around its words. */
function itemView([first, ...rest]: Block[]): (Node | string)[] {
  if (first?.kind === "paragraph") return [...words(first.text), ...blocksView(rest)];
  return first ? blocksView([first, ...rest]) : [];
}

function words(inlines: readonly Inline[]): (Node | string)[] {
  return inlines.map(({ text, look, href }) => {
    const inner = look ? el(look, {}, text) : text;
    // Another page learns nothing of this one's address.
    return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, inner) : inner;
  });
}
