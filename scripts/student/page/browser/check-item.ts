// One check: its sign, points and title, and below, when it is open, all that explains it.
import { el, prose, unseen } from "../../../lib/page/dom.ts";
import type { CheckView, StepsView } from "../shapes.ts";
import { type Stepping, stepper } from "./stepper.ts";
import { type TimelineView, timelineView } from "./timeline-view.ts";

export interface CheckItem {
  element: HTMLDetailsElement;
  /** Goes through its run step by step. */
  step(steps: StepsView): void;
}

export interface CheckTools {
  /** The student wants to go through its run. */
  askSteps(check: CheckView, item: CheckItem): void;
  /** One is at this place of the run; undefined: one has left it. */
  runs(where: { file: string; line: number } | undefined): void;
  /** It was opened or closed by hand. */
  toggled(check: CheckView, open: boolean): void;
  /** Leads to a line of the file. */
  showLine(file: string | undefined, line: number): void;
}

const SIGNS = { passed: "✓", failed: "✗", "not-run": "↓", fault: "!", waits: "·" };
const WORDS = {
  passed: "passed",
  failed: "not passed",
  "not-run": "not run",
  fault: "not graded, which is our fault",
  waits: "not begun",
};

export function checkItem(check: CheckView, open: boolean, tools: CheckTools): CheckItem {
  const { id, title, state, score, maxScore } = check;
  const points = state === "passed" || state === "failed" ? `${score}` : "–";
  const summary = el(
    "summary",
    {},
    el("span", { class: "sign", "aria-hidden": true }, SIGNS[state]),
    unseen(`${WORDS[state]}: `),
    el("h2", {}, title),
    el("span", { class: "points" }, `${points}/${maxScore}`, unseen(" points")),
  );
  const body = el("div", { class: "body" });
  const element = el("details", { class: `check ${state}`, "data-check": id, open }, summary, body);
  let timeline: TimelineView | undefined;
  const room = el("div", { class: "step-room" });
  const item: CheckItem = { element, step };
  // What nobody opens need not be drawn.
  const fill = () => {
    if (body.childElementCount > 0) return;
    if (check.timeline) timeline = timelineView(check.timeline, check.calls ?? []);
    body.append(...explanation(check, tools), ...(timeline ? [timeline.element] : []), ...more());
  };
  if (open) fill();
  element.addEventListener("toggle", () => element.open && fill());
  summary.addEventListener("click", () => tools.toggled(check, !element.open));
  return item;

  function more(): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (check.steps) {
      const button = el(
        "button",
        { type: "button", class: "step", "data-key": `step-${id}` },
        "Step through this run",
      );
      button.addEventListener("click", () => tools.askSteps(check, item));
      room.append(button);
      parts.push(room);
    }
    if (check.console.length > 0) parts.push(consoleView(check));
    return parts;
  }

  function step(steps: StepsView): void {
    const [button] = room.children;
    const stepping: Stepping = {
      at(time, where) {
        timeline?.at(time);
        tools.runs(where);
      },
      left() {
        timeline?.at(undefined);
        tools.runs(undefined);
        room.replaceChildren(button!);
        (button as HTMLElement).focus();
      },
    };
    const view = stepper(steps, stepping);
    room.replaceChildren(view);
    view.querySelector<HTMLElement>("[role=listbox]")!.focus({ preventScroll: true });
    view.scrollIntoView({ block: "nearest" });
    // Only now is there anything to scroll to.
    room.append(button!);
    (button as HTMLElement).hidden = true;
    const close = view.querySelector(".close")!;
    close.addEventListener("click", () => ((button as HTMLElement).hidden = false), { once: true });
  }
}

function explanation(check: CheckView, tools: CheckTools): HTMLElement[] {
  const { feedback, misconception, where, state } = check;
  const parts: HTMLElement[] = [];
  if (state === "fault") {
    const claim = "This is not your fault: the check could not be run, and says nothing about your code.";
    parts.push(el("p", { class: "fault" }, claim));
  }
  if (feedback) parts.push(el("p", { class: "feedback" }, ...prose(feedback)));
  if (where) {
    const link = el("button", { type: "button", class: "as-link" }, `line ${where.line}`);
    link.addEventListener("click", () => tools.showLine(where.file, where.line));
    parts.push(el("p", { class: "at" }, "At ", link, where.file ? ` of ${where.file}` : ""));
  }
  if (misconception) {
    const { title, explanation, advice } = misconception;
    parts.push(
      el(
        "div",
        { class: "misconception" },
        el("h3", {}, ...prose(title)),
        el("p", {}, ...prose(explanation)),
        el("p", { class: "advice" }, ...prose(advice)),
      ),
    );
  }
  return parts;
}

/** More of it only where it is asked for. */
const FEW = 12;

function consoleView({ console: lines }: CheckView): HTMLElement {
  const rows = lines.map(({ at, level, text }) =>
    el("li", { class: level }, el("span", { class: "time" }, at), el("code", {}, text)),
  );
  const list = el("ol", { class: "printed", tabindex: 0, "aria-label": "What your code printed" }, ...rows);
  const summary = el(
    "summary",
    {},
    `Your code printed ${lines.length === 1 ? "a line" : `${lines.length} lines`}`,
  );
  return el("details", { class: "console", open: lines.length <= FEW }, summary, list);
}
