// Values in words in which what the world made is called by its name: whose it is shows in that. For apart.ts and once-more.ts.

import { isNode, type Plain, refOf } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";

/** The text of a value in which what the world made is named, as `«SCOPE: NAME»`. */
export type Words = (value: Plain | undefined) => string;

export function wordsFor({ made }: Trace): Words {
  const texts = Object.entries(made).flatMap(([name, value]): [string, string][] => {
    const text = isNode(value) ? value.t === "error" && value.message : value;
    return typeof text === "string" && text.length > 6 ? [[inJson(text), `«${refOf(value) ?? name}»`]] : [];
  });
  // A text that several have is nobody's: what the language itself says of an abort, for example.
  const own = texts.filter(([text, name]) => texts.every(([other, its]) => its === name || other !== text));
  return (value) => {
    let text = JSON.stringify(value ?? null, (key, inner) => {
      if (key === "where") return undefined;
      return key === "ref" && typeof inner === "string" ? `«${inner}»` : inner;
    });
    for (const [from, to] of own) text = text.replaceAll(from, to);
    return text;
  };
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
