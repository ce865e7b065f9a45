// Code as elements: coloured pieces, lines with numbers, and what is to say of a line beside it.
import { el, unseen } from "../../../lib/page/dom.ts";
import type { CodeLine } from "../highlighted.ts";
import type { LineFact } from "../shapes.ts";
import { msText } from "./words.ts";

export function codeLine(line: CodeLine): HTMLElement {
  const pieces = line.map(([kind, text]) => (kind === "" ? text : el("span", { class: `hl-${kind}` }, text)));
  return el("code", {}, ...pieces);
}

export interface Listing {
  element: HTMLElement;
  /** Marks the line that runs, and brings it into sight; none where it is undefined. */
  runs(line: number | undefined): void;
  facts(facts: readonly LineFact[]): void;
}

export interface ListingLook {
  /** What it is, for screen readers. */
  label: string;
  /** The first line's number. */
  first?: number;
  /** The line that the feedback names. */
  named?: number | undefined;
}

export function listing(lines: readonly CodeLine[], { label, first = 1, named }: ListingLook): Listing {
  const rows = lines.map((line, index) => {
    const number = first + index;
    const code = codeLine(line);
    const fact = el("span", { class: "fact" });
    const row = el("li", { value: number, class: number === named && "named" }, el("div", {}, code, fact));
    if (number === named) code.prepend(unseen("Here: "));
    return { row, fact, number };
  });
  const list = el("ol", { class: "listing", start: first }, ...rows.map(({ row }) => row));
  const element = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, list);
  return {
    element,
    runs(line) {
      for (const { row, number } of rows) {
        row.classList.toggle("runs", number === line);
        if (number === line) row.setAttribute("aria-current", "step");
        else row.removeAttribute("aria-current");
        if (number === line) intoSight(element, row);
      }
    },
    facts(facts) {
      const byLine = new Map(facts.map((fact) => [fact.line, fact]));
      for (const { row, fact, number } of rows) {
        const text = factText(byLine.get(number));
        fact.textContent = text;
        row.classList.toggle("matters", text !== "");
      }
    },
  };
}

/** Scrolls the listing alone: the page stays where it is. */
function intoSight(room: HTMLElement, row: HTMLElement): void {
  const [outer, inner] = [room.getBoundingClientRect(), row.getBoundingClientRect()];
  const margin = 2 * inner.height;
  if (inner.top < outer.top + margin) room.scrollTop -= outer.top + margin - inner.top;
  if (inner.bottom > outer.bottom - margin) room.scrollTop += inner.bottom - outer.bottom + margin;
}

function factText(fact: LineFact | undefined): string {
  if (!fact) return "";
  const { waits, waited, still, calls } = fact;
  if (still !== undefined) return `still waits, since ${msText(still)}`;
  const times = (count: number) => (count === 1 ? "" : ` ${count} times`);
  if (waits > 0)
    return waited > 0 ? `waits${times(waits)}, ${msText(waited)}` : `waits${times(waits)}, no time`;
  return calls > 0 ? `calls${times(calls)}` : "";
}
