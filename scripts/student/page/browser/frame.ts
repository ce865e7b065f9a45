// What every page has around its main part: the way past the head, and what is said when the server is gone.
import { el } from "../../../lib/page/dom.ts";

/** `command`: what serves the page. */
export function frame(
  command: string,
  head: HTMLElement,
  parts: readonly HTMLElement[],
): { reached(is: boolean): void } {
  const main = el("main", { id: "main", tabindex: -1 }, ...parts);
  const lost = el("p", { class: "lost", role: "alert", hidden: true });
  const skip = el("a", { class: "skip", href: "#main" }, "Skip to the main part");
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  document.body.append(skip, head, lost, main);
  return {
    reached(is) {
      lost.hidden = is;
      lost.textContent = is
        ? ""
        : `${command} has ended, or does not answer. Start it again, and open the address that it prints.`;
    },
  };
}
