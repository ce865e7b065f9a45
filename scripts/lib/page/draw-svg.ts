// From the timeline's SVG text to elements. Only what a timeline is made of is ever made, whatever the text says.

const ELEMENTS = ["svg", "title", "desc", "g", "path", "rect", "circle", "text"];
const ATTRIBUTES =
  "class role viewBox width height x y cx cy r rx d stroke-width stroke-dasharray stroke-linejoin".split(" ");
/** The page has the style of it in its own sheet. */
const LEFT_OUT = ["style"];

const TOKEN = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)/y;

/** Throws on anything that timelineSvg does not write. */
export function drawSvg(text: string): SVGElement {
  const open: Element[] = [document.createElementNS("http://www.w3.org/2000/svg", "g")];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, closes, name, attributes, empty, words] = TOKEN.exec(text) ?? unexpected(text);
    if (words !== undefined) open.at(-1)!.append(unescaped(words));
    else if (closes) open.pop();
    else {
      const element = elementOf(name!, attributes!);
      if (!LEFT_OUT.includes(name!)) open.at(-1)!.append(element);
      if (!empty) open.push(element);
    }
  }
  return open[0]!.firstElementChild as SVGElement;
}

function elementOf(name: string, attributes: string): Element {
  if (LEFT_OUT.includes(name)) return document.createElement("span");
  if (!ELEMENTS.includes(name)) return unexpected(name);
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [, key, value] of attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)) {
    if (key === "xmlns") continue;
    if (!ATTRIBUTES.includes(key!)) unexpected(key!);
    element.setAttribute(key!, unescaped(value!));
  }
  return element;
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

function unexpected(what: string): never {
  throw new Error(`Not part of a timeline: ${what.slice(0, 80)}`);
}
