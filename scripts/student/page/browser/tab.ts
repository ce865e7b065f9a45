// The tab's own title and sign: a glance at them says whether the exercise passes.
import type { ExerciseView } from "../shapes.ts";

const COLOURS = { good: "#2e9e4f", bad: "#cf222e", none: "#818b98" };

export function tellTab({ id, checks, first }: ExerciseView, title: string): void {
  const passes = checks.length > 0 && checks.every(({ state }) => state === "passed");
  const look = passes ? "good" : first || checks.length === 0 ? "none" : "bad";
  setIcon(look);
  document.title = `${{ good: "✓", bad: "✗", none: "·" }[look]} ${id.slice(0, 2)} ${title} · Async Dojo`;
}

function setIcon(look: keyof typeof COLOURS): void {
  const sign = { good: "M9 17l5 5 10-12", bad: "M10 10l12 12M22 10L10 22", none: "M10 16h12" }[look];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="${COLOURS[look]}"/>` +
    `<path d="${sign}" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>`;
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (link) link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
