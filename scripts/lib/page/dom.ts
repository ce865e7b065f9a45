// How the page makes elements. Text is only ever text: nothing here, or anywhere in the page, takes markup.

type Attributes = Record<string, string | number | boolean | undefined>;
type Child = Node | string | undefined | false;

/** An element. `true` gives an attribute without a value; `undefined` and `false` give none. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : `${value}`);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A name from outside: it keeps its direction of writing to itself. */
export function bdi(text: string): HTMLElement {
  return el("bdi", {}, text);
}

/** Text in which `code` stands between backticks. */
export function prose(text: string): (Node | string)[] {
  return text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? el("code", {}, part) : part));
}

/** For screen readers alone. */
export function unseen(text: string): HTMLElement {
  return el("span", { class: "unseen" }, text);
}

/** A bar of this share of its room, 0 to 1; what it says must also stand beside it. */
export function bar(share: number, look: string): HTMLElement {
  const inner = el("span", { class: look });
  inner.style.inlineSize = `${Math.round(share * 1000) / 10}%`;
  return el("span", { class: "bar", "aria-hidden": "true" }, inner);
}
