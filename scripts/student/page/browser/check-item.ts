// One check: its sign, points and title, and below, when it is open, all that explains it.
import { el, prose, unseen } from "../../../lib/page/dom.ts";
import type { CallView, CheckView, StepsView } from "../shapes.ts";
import { stepper } from "./stepper.ts";
import { type TimelineView, timelineView } from "./timeline-view.ts";

export interface CheckItem {
  element: HTMLDetailsElement;
  /** Goes through its run step by step, from the event `at` on; with the keys at once if it has the focus. */
  step(steps: StepsView, at: number, focus: boolean): void;
}

export interface CheckTools {
  /** The student wants to go through its run. */
  askSteps(check: CheckView, item: CheckItem): void;
  /** One is at this event of the check's run, and at this line; undefined: one has left it. */
  stepped(check: CheckView, at: number | undefined, where?: { file: string; line: number }): void;
  /** One points at this call of its run; undefined: at something else. */
  pointed(check: CheckView, call: CallView | undefined): void;
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
  if (!hasMore(check)) open = false;
  // What is not begun has all its points before it.
  const points = state === "passed" || state === "failed" ? `${score}` : "–";
  const summary = el(
    "summary",
    {},
    el("span", { class: "sign", "aria-hidden": true }, SIGNS[state]),
    unseen(`${WORDS[state]}: `),
    el("h2", {}, ...prose(title)),
    el("span", { class: "points" }, `${points}/${maxScore}`, unseen(" points")),
  );
  const body = el("div", { class: "body" });
  const element = el(
    "details",
    { class: `check ${state}${hasMore(check) ? "" : " bare"}`, "data-check": id, open },
    summary,
    body,
  );
  let timeline: TimelineView | undefined;
  const room = el("div", { class: "step-room" });
  const begin = el(
    "button",
    { type: "button", class: "step", "data-key": `step-${id}` },
    "Step through this run",
  );
  begin.addEventListener("click", () => tools.askSteps(check, item));
  const item: CheckItem = { element, step };
  // What nobody opens need not be drawn.
  const fill = () => {
    if (body.childElementCount > 0) return;
    const buttons = check.steps ? [begin] : [];
    if (check.timeline) {
      const chosen = (call: CallView | undefined) => tools.pointed(check, call);
      timeline = timelineView(check.timeline, check.calls ?? [], { more: buttons, chosen });
    }
    body.append(
      ...explanation(check, tools),
      ...(timeline ? [timeline.element] : buttons),
      room,
      ...(check.console.length > 0 ? [consoleView(check)] : []),
    );
  };
  if (open) fill();
  element.addEventListener("toggle", () => element.open && fill());
  summary.addEventListener("click", (event) => {
    if (hasMore(check)) tools.toggled(check, !element.open);
    else event.preventDefault();
  });
  return item;

  function step(steps: StepsView, at: number, focus: boolean): void {
    element.open = true;
    fill();
    const view = stepper(steps, {
      begin: at,
      at(index, time, where) {
        timeline?.at(time);
        tools.stepped(check, index, where);
      },
      left() {
        timeline?.at(undefined);
        tools.stepped(check, undefined);
        room.replaceChildren();
        begin.hidden = false;
        begin.focus();
      },
    });
    begin.hidden = true;
    room.replaceChildren(view);
    if (!focus) return;
    view.querySelector<HTMLElement>("[role=listbox]")!.focus({ preventScroll: true });
    view.scrollIntoView({ block: "nearest" });
  }
}

/** Whether there is anything below its title. */
export function hasMore({ feedback, timeline, console: printed, steps }: CheckView): boolean {
  return feedback !== "" || timeline !== undefined || printed.length > 0 || steps !== false;
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
