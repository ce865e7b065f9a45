// The page of `npm run play FILE.ts -- --page`: programs as they ran, again after each save.
import { el, unseen } from "../../../lib/page/dom.ts";
import { themeChooser } from "../../../lib/page/theme.ts";
import type { PlayedOverview, PlayView } from "../shapes.ts";
import { ask, isRefused } from "./ask.ts";
import { frame } from "./frame.ts";
import { playPanel } from "./play-panel.ts";
import { follow } from "./stream.ts";

export function playPage(): void {
  const title = el("h1", {});
  const head = el(
    "header",
    { class: "top" },
    el("span", { class: "brand" }, "Async Dojo"),
    el("div", { class: "place" }, title),
    el("div", { class: "tools" }, themeChooser()),
  );
  const status = el("p", { class: "status", role: "status" }, "Running…");
  const room = el("div", { class: "played" });
  const { reached } = frame("npm run play", head, [status, room]);
  let overview: PlayedOverview | undefined;
  let asking = 0;
  follow<PlayedOverview>({ told, reached });

  async function told(next: PlayedOverview): Promise<void> {
    if (overview && next.server !== overview.server) {
      location.reload();
      return;
    }
    const first = overview === undefined;
    overview = next;
    title.textContent = next.title;
    document.title = `${next.title} · Async Dojo`;
    status.textContent = next.running ? "Running…" : "";
    if (next.running) return;
    const asked = ++asking;
    const views = await ask<PlayView[]>("played");
    if (asked !== asking) return;
    if (isRefused(views)) status.textContent = views.refused;
    else show(views);
    if (!first) status.textContent = "Ran again.";
  }

  function show(views: readonly PlayView[]): void {
    const { scrollY } = window;
    room.replaceChildren(...views.map(sectionOf));
    scrollTo({ top: scrollY, behavior: "instant" });
  }
}

function sectionOf(view: PlayView): HTMLElement {
  const { title, runs } = view;
  // A file by itself has its name once.
  const alone = runs.length === 1 && runs[0]!.name === title;
  return el(
    "section",
    { class: "demonstration" },
    el("h2", {}, alone ? unseen(title) : title),
    ...playPanel(view),
  );
}
