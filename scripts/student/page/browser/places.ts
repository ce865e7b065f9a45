// Where the student is on the page, kept when a verdict takes the place of another: what is open, scrolled to, and focused.
import type { ExerciseView } from "../shapes.ts";

export class Places {
  /** Checks that were opened or closed by hand. */
  private byHand = new Map<string, boolean>();
  private tabByHand: string | undefined;
  private id = "";

  /** To be called before the elements are replaced; what it gives back after that. `same`: it is the same exercise. */
  before(id: string, same: boolean): () => void {
    if (id !== this.id) {
      this.byHand = new Map();
      this.tabByHand = undefined;
      this.id = id;
    }
    const { scrollX, scrollY } = window;
    const key = keyOf(document.activeElement);
    const rooms = same ? scrolled() : new Map<string, number>();
    return () => {
      if (same) scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
      else scrollTo({ left: 0, top: 0, behavior: "instant" });
      for (const room of document.querySelectorAll(ROOMS)) room.scrollTop = rooms.get(nameOf(room)) ?? 0;
      const again =
        key && [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => keyOf(one) === key);
      if (again) again.focus({ preventScroll: true });
    };
  }

  toggled(check: string, open: boolean): void {
    this.byHand.set(check, open);
  }

  chose(tab: string): void {
    this.tabByHand = tab;
  }

  /** Ids of the checks that are open: the first failure, and what the student opened. Where all pass, the first one. */
  opened({ checks }: ExerciseView): Set<string> {
    const first = checks.find(({ state }) => state === "failed" || state === "fault") ?? checks[0];
    const open = checks.filter(({ id }) => this.byHand.get(id) ?? id === first?.id);
    return new Set(open.map(({ id }) => id));
  }

  /** The tab that is shown: what the student chose, else the task of what is not begun, else the file. */
  tab({ first }: ExerciseView): string {
    return this.tabByHand ?? (first === undefined ? "file" : "task");
  }
}

const ROOMS = ".side [role=tabpanel], .side .scroll";
const FOCUSABLE = "button, a, summary, [tabindex]";

function nameOf(room: Element): string {
  return room.id || room.ariaLabel || "";
}

function scrolled(): Map<string, number> {
  return new Map([...document.querySelectorAll(ROOMS)].map((room) => [nameOf(room), room.scrollTop]));
}

/** What an element is known by from one verdict to the next. */
function keyOf(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const check = element.closest<HTMLElement>("[data-check]")?.dataset.check ?? "";
  const what =
    element.dataset.key ?? element.ariaLabel ?? (element.tagName === "SUMMARY" ? "summary" : undefined);
  return what === undefined ? undefined : `${check} ${what}`;
}
