import { expect, it } from "vitest";
import { explained } from "./explain.ts";

const cases: [code: string, message: string, named: string | undefined][] = [
  [
    "Array.prototype.last^=function(){}",
    "Cannot add property last, object is not extensible",
    "Array.prototype.last",
  ],
  [
    "Object.^defineProperty(Array.prototype,'x',{})",
    "Cannot define property x, object is not extensible",
    "Array.prototype",
  ],
  ["f(()=>{globalThis.JSON.x^=1})", "Cannot add property x, object is not extensible", "JSON.x"],
  ["delete Array.^prototype.map", "Cannot delete property 'map' of [object Array]", "Array.prototype.map"],
  ["Object.^setPrototypeOf(Array.prototype,null)", "[object Array] is not extensible", "Array.prototype"],
  ["settings.last^=1", "Cannot add property last, object is not extensible", undefined],
  ["Settings.last^=1", "Cannot add property last, object is not extensible", undefined],
  ["Array.prototype.last^=1", "mine", undefined],
];

it.each(cases)("%s (%s) names %s", (marked, message, named) => {
  const column = marked.indexOf("^") + 1;
  const code = `first line\n${marked.replace("^", "")}`;
  const words = explained(message, code, { line: 2, column });
  if (named === undefined) expect(words).toBeUndefined();
  else
    expect(words).toMatch(new RegExp(`^\`${named.replaceAll(".", "\\.")}\` cannot be changed here: .*\\.$`));
});
