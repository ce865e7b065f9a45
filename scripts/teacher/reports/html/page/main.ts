// The report's page: one view at a time, chosen by the address's fragment.

import { el } from "../../../../lib/page/dom.ts";
import { themeChooser } from "../../../../lib/page/theme.ts";
import type { PageData } from "../page-data.ts";
import { checksView } from "./checks-view.ts";
import { classView } from "./class-view.ts";
import { type ClassData, classData, plural } from "./data.ts";
import { eyeView } from "./eye-view.ts";
import { misconceptionsView } from "./misconceptions-view.ts";
import { rosterView } from "./roster-view.ts";
import { fragmentOf, parseRoute, type Route } from "./route.ts";
import { studentView } from "./student-view.ts";
import type { View } from "./view.ts";

const data = classData(JSON.parse(document.getElementById("class")!.textContent) as PageData);
const main = el("main", { id: "main", tabindex: -1 });
const links = navigation(data);
const overview = classView(data);
const onPaper = el("p", { class: "on-paper" });
let shown: View | undefined;

document.body.append(
  el("a", { class: "skip", href: "#main" }, "Skip to the report"),
  el("header", { class: "top" }, el("span", { class: "brand" }, "Async Dojo"), links.nav, themeChooser()),
  onPaper,
  main,
  footer(data),
);
document.querySelector(".skip")!.addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
// A page of paper says what it is, and of when; the file itself holds no time, so that the same class makes the same bytes.
addEventListener("beforeprint", () => {
  const due = data.due === undefined ? [] : [`due ${data.due.replace("T", " ")}`];
  const now = new Date().toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  onPaper.textContent = [document.title, "Async Dojo", ...due, `printed ${now}`].join(" · ");
});
addEventListener("hashchange", () => show({ first: false }));
show({ first: true });

function show({ first }: { first: boolean }): void {
  const route = parseRoute(location.hash);
  const view = viewFor(route);
  links.mark(route);
  document.title = `${view.title} · Class report`;
  if (view !== shown) {
    shown?.left?.();
    main.replaceChildren(view.element);
    main.className = `view-${route.view}`;
  }
  shown = view;
  view.shown?.();
  // A page that has just been opened reads from its top.
  if (!first) view.focus();
}

function viewFor(route: Route): View {
  if (route.view === "student") return studentView(data, route, overview.order());
  if (route.view === "checks") return checksView(data);
  if (route.view === "misconceptions") return misconceptionsView(data, route.id);
  if (route.view === "roster") return rosterView(data);
  if (route.view === "eye") return eyeView(data);
  return overview.at(route.query);
}

function navigation({ unmatched, misconceptions, remarks, moved }: ClassData) {
  const missing = unmatched.roster.length + unmatched.submissions.length;
  const link = (view: Route["view"], text: string) =>
    el("a", { href: `#view=${view}`, "data-view": view }, text);
  const nav = el(
    "nav",
    { "aria-label": "Report" },
    link("class", "Class"),
    link("checks", "Checks"),
    misconceptions.length > 0 && link("misconceptions", "Misconceptions"),
    (remarks.length > 0 || moved.length > 0) &&
      link("eye", remarks.length > 0 ? `Needs your eye (${remarks.length})` : "Moved marks"),
    missing > 0 && link("roster", `Unmatched (${missing})`),
  );
  const mark = (route: Route) => {
    const view = route.view === "student" ? "class" : route.view;
    for (const one of nav.querySelectorAll("a")) {
      if (one.dataset.view === view)
        one.setAttribute("aria-current", route.view === "student" ? "true" : "page");
      else one.removeAttribute("aria-current");
      // Back to the class as it was left.
      if (one.dataset.view === "class") one.href = fragmentOf({ view: "class", query: overview.query() });
    }
  };
  return { nav, mark };
}

function footer({ graders, seed, sandbox, present }: ClassData): HTMLElement {
  const facts = [
    plural(present, "submission"),
    `graders ${graders.slice(0, 12)} (the same ones give the same marks)`,
    `seed ${seed} (of all inputs that are generated)`,
    `sandbox: ${sandbox.join(", ")} (the layers that held)`,
  ];
  return el("footer", {}, facts.join(" · "));
}
