// Who stands in the roster alone, and which submissions nobody in it owns.

import { bdi, el } from "../../../../lib/page/dom.ts";
import type { RosterEntry } from "../../../class-report.ts";
import type { ClassData } from "./data.ts";
import { fragmentOf } from "./route.ts";
import { type View, viewOf } from "./view.ts";

export function rosterView({ unmatched: { roster, submissions } }: ClassData): View {
  const heading = el("h1", {}, "Unmatched");
  const element = el(
    "section",
    { class: "roster" },
    heading,
    el("h2", {}, `In the roster, without a submission (${roster.length})`),
    roster.length > 0 ? entries(roster) : el("p", {}, "Nobody."),
    el("h2", {}, `Submissions that are nobody's in the roster (${submissions.length})`),
    submissions.length > 0
      ? el(
          "ul",
          { class: "names" },
          ...submissions.map((id) =>
            el("li", {}, el("a", { href: fragmentOf({ view: "student", id }) }, bdi(id))),
          ),
        )
      : el("p", {}, "None."),
  );
  return viewOf("Unmatched", heading, element);
}

function entries(roster: readonly RosterEntry[]): HTMLElement {
  const rows = roster.map(({ id, name = "", email = "", section = "" }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, bdi(name || id)),
      ...[id, section, email].map((text) => el("td", {}, bdi(text))),
    ),
  );
  const heads = ["Name", "Id", "Section", "Address"].map((text) => el("th", { scope: "col" }, text));
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": "In the roster alone" },
    el("table", { class: "list" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)),
  );
}
