// The page of `npm run watch`: one exercise at a time, chosen by the address's fragment or by a save.
import { el } from "../../../lib/page/dom.ts";
import { whatChanged } from "../changed.ts";
import type { CallView, CheckView, ExerciseView, Overview } from "../shapes.ts";
import { ask, isRefused } from "./ask.ts";
import { type CheckItem, checkItem } from "./check-item.ts";
import { frame } from "./frame.ts";
import { header } from "./header.ts";
import { Places } from "./places.ts";
import { stepsOf } from "./runs.ts";
import { type Side, side } from "./side.ts";
import { follow } from "./stream.ts";
import { tellTab } from "./tab.ts";
import { verdictView } from "./verdict.ts";

const head = header();
const status = el("p", { class: "status", role: "status" });
const verdictRoom = el("div", {});
const columns = el("div", { class: "columns" });
const places = new Places();
let overview: Overview | undefined;
let shown: ExerciseView | undefined;
let asking = 0;
let beside: Side | undefined;
/** The check whose run one goes through, and the event that one is at. */
let stepping: { check: string; at: number } | undefined;

export function watchPage(): void {
  const { reached } = frame("npm run watch", head.element, [
    el("div", { class: "strip" }, verdictRoom, status),
    columns,
  ]);
  addEventListener("hashchange", () => void draw());
  follow<Overview>({ told, reached });
}

function told(next: Overview): void {
  // It was started anew, and may be another one.
  if (overview && next.server !== overview.server) {
    location.reload();
    return;
  }
  const saved = overview && next.current.saves > overview.current.saves;
  overview = next;
  // One works on what one saves; so that is what one wants to see.
  if (saved && next.current.id !== idShown()) location.hash = next.current.id;
  void draw();
}

/** What the address says, if it is watched; else where the student was. */
function idShown(): string | undefined {
  const id = location.hash.slice(1);
  return overview?.exercises.some((one) => one.id === id) ? id : overview?.current.id;
}

/** Real ms after which one may wonder. */
const LONG_MS = 2000;
let wondering: ReturnType<typeof setTimeout> | undefined;

function checking(): void {
  if (wondering !== undefined) return;
  status.textContent = "Checking…";
  wondering = setTimeout(() => {
    status.textContent = "Checking… What never ends is stopped soon.";
  }, LONG_MS);
}

function checked(): void {
  if (wondering === undefined) return;
  clearTimeout(wondering);
  wondering = undefined;
  status.textContent = "";
}

async function draw(): Promise<void> {
  const id = idShown();
  if (!overview || id === undefined) return;
  head.draw(overview, id);
  const standing = overview.exercises.find((one) => one.id === id);
  document.body.classList.toggle("grading", standing?.grading === true);
  if (standing?.grading) checking();
  else checked();
  if (shown?.id === id && shown.revision === standing?.revision) return;
  const asked = ++asking;
  const view = await ask<ExerciseView>(`exercise/${id}`);
  // A newer one is under way.
  if (asked !== asking || !overview) return;
  if (isRefused(view)) {
    status.textContent = view.refused;
    return;
  }
  show(view, overview);
}

function show(view: ExerciseView, { editor }: Overview): void {
  const changed = whatChanged(shown, view);
  const same = shown?.id === view.id;
  const focus = document.activeElement?.role === "listbox";
  const before = same ? stepping : undefined;
  stepping = undefined;
  const keep = places.before(view.id, same);
  shown = view;
  const tools = {
    askSteps: (check: CheckView, item: CheckItem) =>
      void showSteps(view, check, item, { at: 0, focus: true }),
    stepped(check: CheckView, at: number | undefined, where?: { file: string; line: number }) {
      stepping = at === undefined ? undefined : { check: check.id, at };
      beside?.runs(where);
    },
    pointed: (check: CheckView, call: CallView | undefined) => void showCall(view, check, call),
    toggled: (check: CheckView, open: boolean) => places.toggled(check.id, open),
    showLine(file: string | undefined, line: number) {
      beside?.show("file");
      beside?.runs({ file: file ?? view.files[0]?.name ?? "", line });
    },
  };
  const opened = places.opened(view);
  const items = view.checks.map((check) => checkItem(check, opened.has(check.id), tools));
  beside = side({ view, editor, tab: places.tab(view), chosen: (tab) => places.chose(tab) });
  const list = el(
    "section",
    { class: "checks", "aria-label": "Checks" },
    ...items.map(({ element }) => element),
  );
  const verdict = verdictView(view, overview!, (id) => {
    const found = items.find(({ element }) => element.dataset.check === id)?.element;
    if (!found) return;
    found.open = true;
    found.scrollIntoView({ block: "nearest" });
    found.querySelector("summary")!.focus();
  });
  verdictRoom.replaceChildren(verdict);
  columns.replaceChildren(list, beside.element);
  keep();
  if (changed) status.textContent = changed;
  else if (!same) status.textContent = "";
  tellTab(view, overview!.exercises.find(({ id }) => id === view.id)!.title);
  const failed = view.checks.find((check) => check.state === "failed" && check.steps);
  if (failed?.steps === true) void tellLines(view, failed);
  // Who goes through a run goes on in the new one.
  const on = view.checks.findIndex(({ id, steps }) => id === before?.check && steps);
  if (before && on >= 0) void showSteps(view, view.checks[on]!, items[on]!, { at: before.at, focus });
}

async function showSteps(
  view: ExerciseView,
  check: CheckView,
  item: CheckItem,
  { at, focus }: { at: number; focus: boolean },
): Promise<void> {
  const steps = await stepsOf(view, check);
  if (shown !== view) return;
  if (isRefused(steps) || steps.happenings.length === 0)
    status.textContent = isRefused(steps) ? steps.refused : "This run cannot be stepped through.";
  else {
    if (focus) beside?.show("file");
    beside?.facts(steps.lines);
    item.step(steps, at, focus);
  }
}

/** Marks the line that made the call. */
async function showCall(view: ExerciseView, check: CheckView, call: CallView | undefined): Promise<void> {
  if (check.steps !== true || stepping) return;
  const steps = call && (await stepsOf(view, check));
  if (shown !== view || stepping) return;
  const where = steps && !isRefused(steps) ? steps.callsAt[call.index ?? -1] : undefined;
  beside?.runs(
    where && steps && !isRefused(steps) ? { file: where.file ?? steps.entry, line: where.line } : undefined,
  );
}

/** Marks what the lines of the first failure did. */
async function tellLines(view: ExerciseView, check: CheckView): Promise<void> {
  const steps = await stepsOf(view, check);
  if (shown === view && !isRefused(steps)) beside?.facts(steps.lines);
}
