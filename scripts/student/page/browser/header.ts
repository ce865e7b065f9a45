// The page's head: where one is, the way to the other exercises, the score, and vitest's page.
import { el, unseen } from "../../../lib/page/dom.ts";
import { themeChooser } from "../../../lib/page/theme.ts";
import type { Overview, Standing } from "../shapes.ts";
import { plural } from "./words.ts";

export interface Header {
  element: HTMLElement;
  draw(overview: Overview, id: string): void;
}

const SIGNS = { passed: "✓", failed: "✗", "not-run": "✗", fault: "!", waits: "·" };
const WORDS = {
  passed: "passes",
  failed: "does not pass yet",
  "not-run": "does not pass yet",
  fault: "not graded",
  waits: "not begun",
};

export function header(): Header {
  const title = el("h1", {});
  const before = el("a", { class: "go", href: "#", "aria-label": "The exercise before" }, "‹");
  const after = el("a", { class: "go", href: "#", "aria-label": "The exercise after" }, "›");
  const score = el("span", {});
  const list = el("nav", { "aria-label": "Exercises" });
  const map = el("details", { class: "map" }, el("summary", { "data-key": "map" }, score), list);
  const vitest = el("a", { class: "vitest", target: "_blank", rel: "noopener" }, "vitest’s page");
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) map.open = false;
  });
  map.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !map.open) return;
    map.open = false;
    map.querySelector("summary")!.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!map.contains(target as Node)) map.open = false;
  });
  const element = el(
    "header",
    { class: "top" },
    el("span", { class: "brand" }, "Async Dojo"),
    el("div", { class: "place" }, before, title, after),
    el("div", { class: "tools" }, map, themeChooser(), vitest),
  );
  let drawn = "";
  return { element, draw };

  function draw({ exercises, vitest: address }: Overview, id: string): void {
    const key = JSON.stringify([exercises, id, address]);
    if (key === drawn) return;
    drawn = key;
    const at = exercises.findIndex((one) => one.id === id);
    const one = exercises[at];
    title.replaceChildren(
      el("span", { class: `number belt-${one?.belt}` }, one?.number ?? ""),
      one?.title ?? "",
    );
    lead(before, exercises[at - 1]);
    lead(after, exercises[at + 1]);
    const [sum, max] = (["score", "maxScore"] as const).map((which) =>
      exercises.reduce((total, each) => total + each[which], 0),
    );
    score.replaceChildren(el("b", {}, String(sum)), ` of ${max} points`, unseen(", in all exercises"));
    list.replaceChildren(...belts(exercises).map((each) => beltView(each, id)));
    vitest.href = address;
  }
}

function lead(link: HTMLAnchorElement, to: Standing | undefined): void {
  link.classList.toggle("nowhere", !to);
  link.ariaDisabled = String(!to);
  link.tabIndex = to ? 0 : -1;
  link.href = to ? `#${to.id}` : "#";
  link.title = to ? `${to.number} ${to.title}` : "";
}

function belts(exercises: readonly Standing[]): [string, Standing[]][] {
  return [...Map.groupBy(exercises, ({ belt }) => belt)];
}

function beltView([name, all]: [string, Standing[]], id: string): HTMLElement {
  const [score, max] = (["score", "maxScore"] as const).map((which) =>
    all.reduce((sum, one) => sum + one[which], 0),
  );
  const done = all.filter(({ state }) => state === "passed").length;
  const head = el(
    "h2",
    { class: `belt belt-${name}` },
    `${name} belt`,
    el("span", { class: "muted" }, `${done} of ${plural(all.length, "exercise")}, ${score}/${max}`),
  );
  const links = all.map(({ id: each, number, title, state, score, maxScore, grading }) =>
    el(
      "li",
      {},
      el(
        "a",
        { href: `#${each}`, class: state ?? "unknown", ...(each === id && { "aria-current": "page" }) },
        el("span", { class: "sign", "aria-hidden": true }, grading ? "…" : state ? SIGNS[state] : " "),
        el("span", { class: "nr" }, number),
        el("span", { class: "name" }, title),
        unseen(state ? `, ${WORDS[state]}` : ""),
        el("span", { class: "points" }, state && state !== "waits" ? `${score}/${maxScore}` : ""),
      ),
    ),
  );
  return el("section", {}, head, el("ol", {}, ...links));
}
