// The exercise's verdict in one look: how many checks pass, which, and, when all do, where it goes on.
import { el, unseen } from "../../../lib/page/dom.ts";
import { passing } from "../changed.ts";
import type { ExerciseView, Overview } from "../shapes.ts";
import { plural } from "./words.ts";

const SIGNS = { passed: "✓", failed: "✗", "not-run": "↓", fault: "!", waits: "·" };

export function verdictView(
  view: ExerciseView,
  overview: Overview,
  chosen: (check: string) => void,
): HTMLElement {
  const { checks, first } = view;
  const passed = passing(view);
  const [score, max] = (["score", "maxScore"] as const).map((which) =>
    checks.reduce((sum, one) => sum + one[which], 0),
  );
  const whole = passed === checks.length && checks.length > 0;
  const dots = checks.map(({ id, title, state }) => {
    const dot = el(
      "button",
      { type: "button", class: state, title, "aria-label": `${state}: ${title}` },
      SIGNS[state],
    );
    dot.addEventListener("click", () => chosen(id));
    return el("li", {}, dot);
  });
  // One to be repaired has verdicts, too.
  const begun = checks.some(({ state }) => state !== "waits");
  const points = begun ? `${score} of ${max} points` : `${plural(checks.length, "check")}, ${max} points`;
  const words = !begun
    ? "Not begun"
    : whole
      ? `All ${plural(checks.length, "check")} pass`
      : `${passed} of ${plural(checks.length, "check")}`;
  return el(
    "section",
    { class: `verdict ${whole ? "good" : first ? "new" : "bad"}`, "aria-label": "Verdict" },
    checks.length === 0
      ? el("p", { class: "sum" }, "Your verdict comes in a moment.")
      : el("p", { class: "sum" }, el("b", {}, words), el("span", {}, points)),
    el("ol", { class: "dots" }, ...dots),
    first !== undefined && el("p", { class: "first" }, first),
    whole && onward(view.id, overview),
  );
}

function onward(id: string, { exercises }: Overview): HTMLElement {
  const at = exercises.findIndex((one) => one.id === id);
  const next = [...exercises.slice(at + 1), ...exercises.slice(0, at)].find(
    ({ state }) => state !== "passed",
  );
  const { belt } = exercises[at]!;
  const mates = exercises.filter((one) => one.belt === belt);
  const done = mates.filter(({ state }) => state === "passed").length;
  const told =
    done === mates.length && mates.length > 1
      ? `The ${belt} belt is yours.`
      : `${belt} belt: ${done} of ${plural(mates.length, "exercise")}.`;
  return el(
    "p",
    { class: "onward" },
    el("span", { class: `belt belt-${belt}` }, told),
    next
      ? el(
          "a",
          { href: `#${next.id}`, "data-key": "next" },
          "Next: ",
          el("span", { class: "nr" }, next.number),
          ` ${next.title}`,
          unseen(", the next exercise"),
        )
      : el(
          "span",
          {},
          exercises.length > 1
            ? "Everything passes. Well done!"
            : "npm run watch, without a number, has all exercises.",
        ),
  );
}
