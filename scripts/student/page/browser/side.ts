// What stands beside the checks: task, file, hints, and, once it passes, our own answers.
import { el } from "../../../lib/page/dom.ts";
import type { CompareView, ExerciseView, HintsView, LineFact, PlayView } from "../shapes.ts";
import { ask, isRefused } from "./ask.ts";
import { blocksView } from "./blocks-view.ts";
import { type Listing, listing } from "./code.ts";
import { comparePanel } from "./compare-panel.ts";
import { playPanel } from "./play-panel.ts";
import { type Tab, type Tabs, tabsView } from "./tabs.ts";

export interface Side {
  element: HTMLElement;
  show(tab: string): void;
  /** Marks the line that runs, and shows the file. */
  runs(where: { file: string; line: number } | undefined): void;
  facts(byFile: Record<string, LineFact[]>): void;
}

export interface SideOptions {
  view: ExerciseView;
  /** What opens files on the server's side. */
  editor: string | undefined;
  tab: string;
  /** Another tab was chosen by hand. */
  chosen(tab: string): void;
}

export function side({ view, editor, tab, chosen }: SideOptions): Side {
  const named = view.checks.find(({ state, where }) => state === "failed" && where)?.where;
  const entry = view.files[0]?.name;
  const listings = new Map<string, Listing>(
    view.files.map(({ name, lines }) => {
      const line = named && (named.file ?? entry) === name ? named.line : undefined;
      return [name, listing(lines, { label: `${name}, as saved`, named: line })];
    }),
  );
  const compare = el("div", {});
  const played = el("div", {});
  let [compared, run] = [false, false];
  const tabs: Tabs = tabsView(
    [
      { id: "task", title: "Task", content: [...blocksView(view.task)] },
      { id: "file", title: "Your file", content: fileContent() },
      ...(view.demonstrations.length > 0
        ? [{ id: "play", title: "See it run", content: [played], shown: fetchPlayed } satisfies Tab]
        : []),
      ...(view.hints.count > 0
        ? [{ id: "hints", title: "Hints", content: [hintsPanel(view.id, view.hints)] }]
        : []),
      ...(view.compare
        ? [
            {
              id: "compare",
              title: "Compare with ours",
              content: [compare],
              shown: fetchCompare,
            } satisfies Tab,
          ]
        : []),
    ],
    tab,
    chosen,
  );
  return {
    element: tabs.element,
    show: tabs.show,
    runs(where) {
      for (const [name, one] of listings) one.runs(where?.file === name ? where.line : undefined);
    },
    facts(byFile) {
      for (const [name, one] of listings) one.facts(byFile[name] ?? []);
    },
  };

  function fileContent(): HTMLElement[] {
    if (view.refused !== undefined) return [el("p", {}, view.refused)];
    return view.files.flatMap(({ name }, index) => [
      el(
        "div",
        { class: "file-head" },
        el("h3", {}, name),
        ...(index === 0 ? [opener(view, editor, named?.line ?? 1)] : []),
      ),
      listings.get(name)!.element,
    ]);
  }

  async function fetchPlayed(): Promise<void> {
    if (run) return;
    run = true;
    played.replaceChildren(el("p", { class: "muted" }, "Running…"));
    const answer = await ask<PlayView[]>(`play/${view.id}`);
    const parts = isRefused(answer) ? [el("p", {}, answer.refused)] : answer.flatMap(playPanel);
    played.replaceChildren(...parts);
  }

  async function fetchCompare(): Promise<void> {
    if (compared) return;
    compared = true;
    compare.replaceChildren(...comparePanel(await ask<CompareView>(`compare/${view.id}`)));
  }
}

/** Through the server where it knows an editor, else by an address that VS Code listens to. */
function opener({ id, path }: ExerciseView, editor: string | undefined, line: number): HTMLElement {
  if (editor === undefined) {
    const place = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
    const href = `vscode://file${place.startsWith("/") ? "" : "/"}${place.replace("%3A", ":")}:${line}`;
    return el("a", { href, class: "opener", title: path }, "Open in VS Code");
  }
  const said = el("span", { role: "status", class: "muted" });
  const button = el("button", { type: "button", title: path }, `Open in ${editor}`);
  button.addEventListener("click", async () => {
    const answer = await ask<object>(`open/${id}/${line}`, "POST");
    said.textContent = isRefused(answer) ? answer.refused : "";
  });
  return el("span", { class: "opener" }, said, button);
}

function hintsPanel(id: string, first: HintsView): HTMLElement {
  const list = el("ol", { class: "hints" });
  const more = el("button", { type: "button", "data-key": "hint" });
  const note = el("p", { class: "muted", role: "status" });
  const draw = ({ shown, count, note: said = "" }: HintsView) => {
    list.replaceChildren(
      ...shown.map(({ title, body }) => el("li", {}, el("h3", {}, title), ...blocksView(body))),
    );
    const left = count - shown.length;
    more.textContent =
      shown.length === 0 ? `A hint, please (there are ${count})` : `One further (${left} left)`;
    more.hidden = left === 0;
    note.textContent = said || (left === 0 ? "That was the last one." : "");
  };
  draw(first);
  more.addEventListener("click", async () => {
    const answer = await ask<HintsView>(`hint/${id}`, "POST");
    if (isRefused(answer)) note.textContent = answer.refused;
    else draw(answer);
  });
  return el("div", {}, list, more, note);
}
