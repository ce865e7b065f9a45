// Goes through a run one event at a time: what has happened, what waits, what was printed, and the line that runs.

import type { Position } from "../../../../graders/trace/plain.ts";
import { el } from "../../../lib/page/dom.ts";
import { afterKey } from "../../step/after-key.ts";
import { nothingWaits } from "../../step/nothing-waits.ts";
import type { StepsView } from "../shapes.ts";
import { listing } from "./code.ts";
import { msText, plural } from "./words.ts";

export interface Stepping {
  /** Which event one begins at, from 0. */
  begin: number;
  /** The event that one is at, its time (virtual ms) and line. */
  at(index: number, time: number, where: { file: string; line: number } | undefined): void;
  left(): void;
}

/** What a browser calls the keys. */
const KEYS: Record<string, string> = {
  ArrowRight: "right",
  ArrowLeft: "left",
  ArrowDown: "down",
  ArrowUp: "up",
  Enter: "enter",
  Home: "home",
  End: "end",
};
const SIGNS = { turn: "▼", microtask: "·", within: "" };
const AROUND = 2;

/** Several may be on one page. */
let steppers = 0;

export function stepper(steps: StepsView, { begin, at: told, left }: Stepping): HTMLElement {
  const { happenings, console: all } = steps;
  const number = ++steppers;
  let at = 0;
  const items = happenings.map(({ at: time, level, text }, index) => {
    const before = happenings[index - 1];
    const shown = before?.at === time && level !== "turn" ? "" : msText(time);
    const item = el(
      "li",
      { id: `step-${number}-${index}`, role: "option", class: level, "aria-selected": false },
      el("span", { class: "time" }, shown),
      el("span", { class: "sign", "aria-hidden": true }, SIGNS[level]),
      el("span", {}, text),
    );
    item.addEventListener("click", () => go(index));
    return item;
  });
  const list = el("ol", { role: "listbox", tabindex: 0, "aria-label": "What happened, in order" }, ...items);
  const place = el("span", { class: "where" });
  const waiting = el("ul", {});
  const printed = el("ol", { class: "printed" });
  const source = el("div", { class: "excerpt" });
  const button = (text: string, label: string, key: string) => {
    const one = el("button", { type: "button", "aria-label": label, title: label }, text);
    one.addEventListener("click", () => pressed(key));
    return one;
  };
  const close = el("button", { type: "button", class: "close" }, "Close");
  close.addEventListener("click", left);
  const bar = el(
    "div",
    { class: "bar-of-steps" },
    button("|◀", "To the start", "Home"),
    button("◀", "One event back", "ArrowLeft"),
    button("▶", "One event on", "ArrowRight"),
    button("▼", "To the next turn of the event loop", "ArrowDown"),
    button("▶|", "To the end", "End"),
    place,
    el("span", { class: "keys muted" }, "→ ← one event, ↓ ↑ one turn of the loop"),
    close,
  );
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return left();
    if (pressed(event.key)) event.preventDefault();
  });
  const element = el(
    "section",
    { class: "stepper", "aria-label": "Step by step" },
    bar,
    el(
      "div",
      { class: "parts" },
      list,
      el(
        "div",
        { class: "now" },
        source,
        el("h3", {}, "Waits now"),
        waiting,
        el("h3", {}, "Printed"),
        printed,
      ),
    ),
  );
  go(Math.min(begin, happenings.length - 1));
  return element;

  function pressed(key: string): boolean {
    const to = afterKey(steps, at, KEYS[key] ?? key);
    if (to === undefined) return false;
    go(to);
    return true;
  }

  function go(to: number): void {
    items[at]?.setAttribute("aria-selected", "false");
    at = to;
    const [item, one] = [items[at], happenings[at]];
    if (!item || !one) return;
    item.setAttribute("aria-selected", "true");
    list.setAttribute("aria-activedescendant", item.id);
    intoSight(list, item);
    place.textContent = `${at + 1} of ${plural(happenings.length, "event")}`;
    const waits = steps.waiting[at] ?? [];
    const none = el("li", { class: "muted" }, nothingWaits(at, happenings.length));
    waiting.replaceChildren(...(waits.length > 0 ? waits.map((text) => el("li", {}, text)) : [none]));
    const lines = all.slice(0, steps.printed[at]);
    printed.replaceChildren(
      ...lines.map(({ at: time, text, level }) =>
        el("li", { class: level }, el("span", { class: "time" }, time), el("code", {}, text)),
      ),
    );
    printed.scrollTop = printed.scrollHeight;
    const where = placeAt(at);
    source.replaceChildren(...(where ? [excerpt(where)] : []));
    told(at, one.at, where);
  }

  /** Where it is, or was last. */
  function placeAt(index: number): { file: string; line: number } | undefined {
    const where: Position | undefined = happenings.slice(0, index + 1).findLast((one) => one.where)?.where;
    return where && { file: where.file ?? steps.entry, line: where.line };
  }

  function excerpt({ file, line }: { file: string; line: number }): HTMLElement {
    const lines = steps.files.find(({ name }) => name === file)?.lines ?? [];
    const from = Math.max(0, Math.min(line - 1 - AROUND, lines.length - 2 * AROUND - 1));
    const part = listing(lines.slice(from, from + 2 * AROUND + 1), {
      label: `${file}, around line ${line}`,
      first: from + 1,
    });
    part.runs(line);
    return part.element;
  }
}

function intoSight(room: HTMLElement, item: HTMLElement): void {
  const margin = 2 * item.offsetHeight;
  const top = item.offsetTop;
  if (top < room.scrollTop + margin) room.scrollTop = top - margin;
  if (top + margin > room.scrollTop + room.clientHeight - item.offsetHeight)
    room.scrollTop = top + item.offsetHeight + margin - room.clientHeight;
}
