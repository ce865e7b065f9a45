// A grader is made once for all runs of a program, so nothing of it may remember one run in another. What its file declares
// is frozen; here is looked for variables that functions of it change, and for collections.
import { basename } from "node:path";
import { type Function as AcornFunction, type Node, parse } from "acorn";
import { ancestor } from "acorn-walk";
import { describe, expect, test } from "vitest";
import { graderFiles, graderScript } from "./bundle.ts";
import { declaredNames, namesIn } from "./top-level.ts";
import { withoutInputs } from "./without-expectations.ts";

/** Names of variables that outlive a run and are changed in one, and of collections that are. `script`: a grader's. */
function kept(script: string): string[] {
  const tree = parse(script, { ecmaVersion: "latest" });
  const isFunction = (node: Node): node is AcornFunction => /Function/.test(node.type);
  const around = (ancestors: Node[]) => ancestors.filter(isFunction);
  const declared = new Map<Node, Set<string>>();
  const declare = (where: Node | undefined, names: string[]) => {
    if (where) declared.set(where, (declared.get(where) ?? new Set()).union(new Set(names)));
  };
  ancestor(tree, {
    VariableDeclarator: (node, _, all) => declare(around(all).at(-1), namesIn(node.id)),
    Function: (node, _, all) => {
      declare(node, node.params.flatMap(namesIn));
      if (node.type === "FunctionDeclaration") declare(around(all).at(-2), namesIn(node.id));
    },
  });
  // Which function's variables are changed by a function within it, and by which name.
  const changed: { owner: AcornFunction; name: string }[] = [];
  const change = (target: Node, all: Node[]) => {
    for (const name of namesIn(target as Parameters<typeof namesIn>[0])) {
      const [own, ...outer] = around(all).reverse();
      const owner = outer.find((each) => declared.get(each)?.has(name));
      if (owner && !declared.get(own!)?.has(name)) changed.push({ owner, name });
    }
  };
  ancestor(tree, {
    AssignmentExpression: (node, _, all) => change(node.left, all),
    UpdateExpression: (node, _, all) => change(node.argument, all),
    ForOfStatement: (node, _, all) => change(node.left, all),
    ForInStatement: (node, _, all) => change(node.left, all),
  });
  // Those matter that begin while the grader is made: the others begin, and are forgotten, in a run.
  const begun: number[] = [];
  let watched = script;
  for (const [index, { owner }] of changed
    .entries()
    .toArray()
    .toSorted((a, b) => b[1].owner.body.start - a[1].owner.body.start)) {
    if (owner.body.type !== "BlockStatement") begun.push(index);
    else
      watched = `${watched.slice(0, owner.body.start + 1)}begin(${index});${watched.slice(owner.body.start + 1)}`;
  }
  const names = declaredNames(
    script.slice(script.indexOf("{") + 1, script.lastIndexOf("}")).replace(/return \w+;?\s*$/, ""),
  );
  let values: unknown[] = [];
  const harden = (all: unknown[]) => {
    values = all;
  };
  new Function("harden", "begin", `return ${watched}`)(harden, (index: number) => begun.push(index));
  const collections = names.filter((name, index) => {
    const isOne = [Map, Set, WeakMap, WeakSet].some((kind) => values[index] instanceof kind);
    return isOne && new RegExp(`\\b${name}\\.(?!has\\b|get\\b|size\\b)`).test(script);
  });
  return [...begun.map((index) => changed[index]!.name), ...collections];
}

describe("what could remember a run is found", () => {
  const script = (body: string) => `(() => {\n"use strict";\n${body}\n})()`;
  test.each([
    ["a variable of the file", "let n = 0; const f = () => ++n; harden([n, f]); return f;", ["n"]],
    [
      "one of a function that makes another",
      "const make = () => { let n = 0; return () => n++; }; const f = make(); harden([make, f]); return f;",
      ["n"],
    ],
    ["one of a run", "const f = () => { let n = 0; return [1].map(() => n++); }; harden([f]); return f;", []],
    [
      "a collection that is added to",
      "const seen = new Set(); const f = (x) => seen.add(x); harden([seen, f]); return f;",
      ["seen"],
    ],
    [
      "one that is asked only",
      "const all = new Set([1]); const f = (x) => all.has(x); harden([all, f]); return f;",
      [],
    ],
  ])("%s", (_, body, names) => expect(kept(script(body))).toEqual(names));
});

test.each(graderFiles().map((file) => [basename(file, ".ts"), file]))("%s keeps nothing", async (_, file) => {
  expect(kept(await graderScript(file, withoutInputs))).toEqual([]);
});
