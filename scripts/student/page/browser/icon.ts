// The tab's own sign: a glance at it says whether the exercise passes.

const COLOURS = { good: "#2e9e4f", bad: "#cf222e", none: "#818b98" };

export function setIcon(look: keyof typeof COLOURS): void {
  const sign = { good: "M9 17l5 5 10-12", bad: "M10 10l12 12M22 10L10 22", none: "M10 16h12" }[look];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="${COLOURS[look]}"/>` +
    `<path d="${sign}" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>`;
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (link) link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
