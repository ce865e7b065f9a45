// The buttons that show more or less of a timeline's axis.
import { el } from "../../../lib/page/dom.ts";

export interface ZoomButtons {
  element: HTMLElement;
  /** Whether the whole is shown, so that there is nothing more to see. */
  mark(whole: boolean): void;
}

/** `zoom` is called with how many times as long the axis shall be. */
export function zoomButtons(zoom: (by: number) => void): ZoomButtons {
  const button = (text: string, label: string, by: number) => {
    const one = el("button", { type: "button", "aria-label": label, title: label }, text);
    one.addEventListener("click", () => zoom(by));
    return one;
  };
  const closer = button("+", "Zoom in", 0.5);
  const farther = button("−", "Zoom out", 2);
  const all = button("whole", "The whole run", Infinity);
  return {
    element: el("div", { class: "zoom" }, closer, farther, all),
    mark(whole) {
      all.disabled = farther.disabled = whole;
    },
  };
}
