import { expect, test } from "vitest";
import { variantsOf } from "./variants.ts";

const right = `// Asks once.
export async function ask(task: (n: number) => Promise<string>, n: number): Promise<string> {
  if (n < 0) throw new RangeError("too few");
  const answer = await task(n);
  return answer ?? "none";
}
`;
/** What one operator makes of a text, without the blanks at its lines' ends and begins. */
async function madeBy(operator: string, text: string): Promise<string[]> {
  const variants = await variantsOf(text);
  return variants
    .filter((each) => each.operator === operator)
    .map((each) => each.text.replace(/\s+/g, " ").trim());
}

test("each operator that applies, by name, with the misconception that it stands for", async () => {
  const variants = await variantsOf(right);
  expect(variants.map(({ operator, nth, misconception }) => `${operator} ${nth} (${misconception})`)).toEqual(
    [
      "one-variable 1 (shared-state)",
      "one-result 1 (shared-state)",
      "one-result-each 1 (shared-state)",
      "joins-what-runs 1 (shared-state)",
      "one-at-a-time 1 (shared-state)",
      "last-arguments 1 (shared-state)",
      "default-reason 1 (falsy-is-nothing)",
      "truthy-reason 1 (falsy-is-nothing)",
      "default-result 1 (falsy-is-nothing)",
      "filtered-results 1 (falsy-is-nothing)",
      "default-argument 1 (falsy-is-nothing)",
      "or-for-nullish 1 (falsy-is-nothing)",
      "side-branch 1 (floating-rejection)",
      "catch-and-log 1 (swallowed-error)",
      "catch-each-call 1 (swallowed-error)",
      "throw-with-cause 1 (wrapped-error)",
      "throw-copy 1 (wrapped-error)",
      "throw-unless-error 1 (wrapped-error)",
      "throw-new 1 (generic-error)",
      "plain-error 1 (generic-error)",
      "guards-first 1 (sync-throw-escapes)",
    ],
  );
  expect(await variantsOf(right)).toEqual(variants);
});

const start = "// Asks once. export async function ask(task: (n: number) => Promise<string>, n: number)";
const body =
  'if (n < 0) throw new RangeError("too few"); const answer = await task(n); return answer ?? "none";';

test.each([
  [
    "one-variable",
    `let answer: any; // Asks once. export async function ask(task: (n: number) => Promise<string>, n: number): Promise<string> { if (n < 0) throw new RangeError("too few"); answer = await task(n); return answer ?? "none"; }`,
  ],
  [
    "throw-copy",
    `${start}: Promise<string> { try { ${body.replace('answer ?? "none"', 'await (answer ?? "none")')} } catch (error) { throw new Error(error?.message); } }`,
  ],
  ["or-for-nullish", `${start}: Promise<string> { ${body.replace("??", "||")} }`],
  [
    "guards-first",
    `// Asks once. export function ask(task: (n: number) => Promise<string>, n: number): Promise<string> { if (n < 0) throw new RangeError("too few"); return (async () => { const answer = await task(n); return answer ?? "none"; })(); }`,
  ],
  [
    "side-branch",
    `${start}: Promise<string> { ${body.replace("task(n)", "logged(task(n))")} } function logged<T>(task: Promise<T>): Promise<T> { task.finally(() => console.log("It is done")); return task; }`,
  ],
])("%s", async (operator, made) => {
  expect(await madeBy(operator, right)).toEqual([made]);
});

test("an operator that does not apply makes nothing", async () => {
  const plain = "export const ask = (n: number) => n + 1;\n";
  expect(await variantsOf(plain)).toEqual([]);
  await expect(variantsOf("export const = 1;")).rejects.toThrow();
});

test("fields of a class, handlers and what is thrown at once", async () => {
  const text = `export class Line {
  #all: string[] = [];
  add(task: () => Promise<string>): Promise<string> {
    if (this.#all.length > 3) return Promise.reject(new Error("full"));
    const done = Promise.try(task);
    done.catch(() => {});
    return done.then((value) => value, () => "");
  }
}
`;
  expect((await madeBy("one-field", text))[0]).toMatch(
    /^const shared: any = \[\]; export class Line \{ #all: string\[\] = shared;/,
  );
  expect((await madeBy("throw-for-reject", text))[0]).toContain('> 3) throw new Error("full");');
  expect((await madeBy("no-try", text))[0]).toContain("const done = task();");
  expect((await madeBy("no-empty-catch", text))[0]).toContain("Promise.try(task); ; return done");
  expect((await madeBy("no-second-handler", text))[0]).toContain("done.then(value => value)");
});
