// Task, file, hints and comparison: one of them at a time. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
import { el, unseen } from "../../../lib/page/dom.ts";

export interface Tab {
  id: string;
  title: string;
  /** Called when it is shown. */
  shown?(): void;
  content: HTMLElement[];
}

export interface Tabs {
  element: HTMLElement;
  /** Shows this one, if it is there. */
  show(id: string): void;
}

/** `chosen`: the id of the one that is shown first, if it is there; `told` hears of the others by hand. */
export function tabsView(tabs: readonly Tab[], chosen: string, told: (id: string) => void): Tabs {
  const buttons = tabs.map(({ id, title }) => {
    const button = el(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": `panel-${id}`,
        "data-key": `tab-${id}`,
      },
      title,
    );
    button.addEventListener("click", () => pick(id));
    return button;
  });
  const panels = tabs.map(({ id, content }) =>
    el("div", { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, class: id }, ...content),
  );
  const list = el("div", { role: "tablist", "aria-label": "Task and file" }, ...buttons);
  list.addEventListener("keydown", ({ key }) => {
    const at = tabs.findIndex(({ id }) => id === now);
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = tabs.at((steps[key] ?? Number.NaN) % tabs.length);
    if (steps[key] === undefined || !to) return;
    pick(to.id);
    buttons[tabs.indexOf(to)]!.focus();
  });
  let now = "";
  show(tabs.some(({ id }) => id === chosen) ? chosen : (tabs[0]?.id ?? ""));
  return {
    element: el("section", { class: "side", "aria-label": "Task and file" }, heading(), list, ...panels),
    show,
  };

  function pick(id: string): void {
    show(id);
    told(id);
  }

  function show(id: string): void {
    if (!tabs.some((tab) => tab.id === id)) return;
    now = id;
    for (const [index, tab] of tabs.entries()) {
      const is = tab.id === id;
      buttons[index]!.ariaSelected = String(is);
      buttons[index]!.tabIndex = is ? 0 : -1;
      panels[index]!.hidden = !is;
      if (is) tab.shown?.();
    }
  }
}

function heading(): HTMLElement {
  return el("h2", {}, unseen("Task and file"));
}
