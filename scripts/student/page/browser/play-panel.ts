// Programs that were run: what each claims, its lines and what they did, what it printed, and all of them on one axis.
import { el, prose } from "../../../lib/page/dom.ts";
import type { PlayedRunView, PlayView } from "../shapes.ts";
import { type Listing, listing } from "./code.ts";
import { stepper } from "./stepper.ts";
import { type TimelineView, timelineView } from "./timeline-view.ts";

export function playPanel({ runs, timeline: drawn }: PlayView): HTMLElement[] {
  const timeline = drawn && timelineView(drawn, []);
  const parts = runs.map((run) => runPanel(run, timeline));
  return [el("div", { class: "runs-beside" }, ...parts), ...(timeline ? [timeline.element] : [])];
}

function runPanel(
  { name, claim, fault, steps, ended, pending }: PlayedRunView,
  timeline?: TimelineView,
): HTMLElement {
  const head = [el("h3", {}, name), ...(claim ? [el("p", { class: "claim" }, ...prose(claim))] : [])];
  if (!steps) return el("section", { class: "run" }, ...head, el("p", { class: "feedback" }, fault ?? ""));
  const listings = new Map<string, Listing>(
    steps.files.map((file) => [file.name, listing(file.lines, { label: file.name })]),
  );
  // The file itself; its neighbours are there for who steps into them.
  const own = listings.get(steps.entry);
  for (const [file, one] of listings) one.facts(steps.lines[file] ?? []);
  const { console: lines } = steps;
  const printed = lines.map(({ at, level, text }) =>
    el("li", { class: level }, el("span", { class: "time" }, at), el("code", {}, text)),
  );
  const room = el("div", { class: "step-room" });
  const begin = el("button", { type: "button", class: "step" }, "Step through it");
  begin.addEventListener("click", () => {
    begin.hidden = true;
    const view = stepper(steps, {
      begin: 0,
      at(_, time, where) {
        timeline?.at(time);
        for (const [file, one] of listings) one.runs(where?.file === file ? where.line : undefined);
      },
      left() {
        timeline?.at(undefined);
        own?.runs(undefined);
        room.replaceChildren();
        begin.hidden = false;
        begin.focus();
      },
    });
    room.replaceChildren(view);
    view.querySelector<HTMLElement>("[role=listbox]")!.focus({ preventScroll: true });
  });
  return el(
    "section",
    { class: "run" },
    ...head,
    ...(own ? [own.element] : []),
    el("ol", { class: "printed", tabindex: 0, "aria-label": `What ${name} printed` }, ...printed),
    el(
      "p",
      { class: "ended" },
      ended ?? "",
      ...(pending.length > 0 ? [`; still pending: ${pending.join("; ")}`] : []),
    ),
    ...(steps.happenings.length > 0 ? [begin, room] : []),
  );
}
