// What the heat map's colours and signs mean.

import { el } from "../../../../lib/page/dom.ts";
import { marks } from "../../../marks.ts";
import type { ClassData } from "./data.ts";

const LEVELS = [
  ["zero", "0 %"],
  ["low", "under 40 %"],
  ["middle", "under 70 %"],
  ["high", "under 100 %"],
  ["full", "full marks"],
];

export function heatLegend({ outcomes }: ClassData): HTMLElement {
  const signs = Object.entries(marks).filter(([outcome]) => (outcomes as string[]).includes(outcome));
  return el(
    "p",
    { class: "legend" },
    ...LEVELS.map(([level, words]) => entry(el("span", { class: `swatch ${level}` }), words!)),
    ...signs.map(([, { sign, meaning }]) => entry(el("b", {}, sign), meaning)),
  );
}

function entry(sign: HTMLElement, words: string): HTMLElement {
  return el("span", { class: "entry" }, sign, ` ${words}`);
}
