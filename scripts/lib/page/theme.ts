// Light, dark, or as the system has it. The choice is kept where the browser lets a file keep anything.
import { el } from "./dom.ts";

const THEMES = ["auto", "light", "dark"];
const KEY = "async-dojo-theme";

export function themeChooser(): HTMLElement {
  const options = THEMES.map((theme) => el("option", { value: theme }, theme));
  const select = el("select", {}, ...options);
  const apply = (theme: string) => {
    document.documentElement.dataset.theme = select.value = THEMES.includes(theme) ? theme : "auto";
  };
  select.addEventListener("change", () => {
    apply(select.value);
    attempt(() => localStorage.setItem(KEY, select.value));
  });
  apply(attempt(() => localStorage.getItem(KEY)) ?? "auto");
  return el("label", { class: "theme" }, "Theme ", select);
}

/** Some browsers throw at the mere mention of storage in a local file. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
