// SES refuses source text that looks like an import, a direct eval or an HTML comment, also inside strings. Honest code
// may hold such text: it is rewritten to escapes that mean the same.
import { type AnyNode, parse } from "acorn";
import { full } from "acorn-walk";

/** SES 2.3's own filters (transforms.js). */
const FILTERS = [/(?:^|[^.]|\.\.\.)\bimport\s*(?:\(|\/[/*])/, /(?:^|[^.])\beval\s*\(/, /<!--|-->/];

/** A script that means the same and passes SES's filters; undefined if there is no telling how. */
export function evade(script: string): string | undefined {
  if (!suspicious(script)) return script;
  const edits: { start: number; end: number; text: string }[] = [];
  const program = parse(script, { ecmaVersion: "latest", sourceType: "script" });
  const tagged = new Set<AnyNode>();
  full(program, (found) => {
    const node = found as AnyNode;
    if (node.type === "TaggedTemplateExpression") for (const part of node.quasi.quasis) tagged.add(part);
  });
  full(program, (found) => {
    const edit = rewrite(found as AnyNode, script, tagged);
    if (edit) edits.push(edit);
    for (const name of namesIn(found as AnyNode)) {
      edits.push({
        start: name.start,
        end: name.end,
        text: script.slice(name.start, name.end).replace(...ESCAPED_NAME),
      });
    }
  });
  let result = "";
  let from = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    // What lies within an edit that is already made went with it.
    if (start < from) continue;
    result += script.slice(from, start) + text;
    from = end;
  }
  result += script.slice(from);
  return suspicious(result) ? undefined : result;
}

function suspicious(text: string): boolean {
  return FILTERS.some((filter) => filter.test(text));
}

/** In a name an escape stands for the letter itself: `\u0069mport` is `import`, also as a key or after `#`. */
const ESCAPED_NAME: [RegExp, (name: string) => string] = [
  /(?<=^#?)[ie]/,
  (letter) => (letter === "i" ? "\\u0069" : "\\u0065"),
];

/** Names `import` and `eval` of methods, properties and private members, which are no import and no eval. */
function namesIn(node: AnyNode): { start: number; end: number }[] {
  const names: AnyNode[] = [];
  if (node.type === "Property" || node.type === "MethodDefinition" || node.type === "PropertyDefinition") {
    if (!node.computed) names.push(node.key as AnyNode);
  }
  if (node.type === "MemberExpression" && !node.computed) names.push(node.property as AnyNode);
  return names.filter(
    (name) =>
      (name.type === "Identifier" || name.type === "PrivateIdentifier") && /^(import|eval)$/.test(name.name),
  );
}

function rewrite(
  node: AnyNode,
  script: string,
  tagged: Set<AnyNode>,
): { start: number; end: number; text: string } | undefined {
  const { start, end } = node;
  const raw = script.slice(start, end);
  if (node.type === "Literal" && typeof node.value === "string") {
    return suspicious(`(${raw}`) ? { start, end, text: escaped(JSON.stringify(node.value)) } : undefined;
  }
  if (node.type === "Literal" && node.regex) {
    return suspicious(raw) ? { start, end, text: escapedRegex(raw) } : undefined;
  }
  if (node.type === "TemplateElement" && suspicious(raw) && tagged.has(node)) {
    return { start, end, text: substituted(raw) };
  }
  if (node.type === "TemplateElement" && suspicious(raw) && typeof node.value.cooked === "string") {
    const text = JSON.stringify(node.value.cooked)
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replaceAll(/`|\$\{/g, "\\$&");
    return { start, end, text: escaped(text) };
  }
  return undefined;
}

/** In text that JSON.stringify wrote no backslash stands before the letters, so an escape can take their place. */
function escaped(text: string): string {
  return text
    .replaceAll(/\b(import|eval)\b/g, (word) => (word === "import" ? "\\x69mport" : "\\x65val"))
    .replaceAll("<!--", "\\x3c!--")
    .replaceAll("-->", "\\x2d->");
}

/** A tag such as String.raw sees an escape itself, so the text goes into a substitution of its own. */
function substituted(raw: string): string {
  return raw
    .replaceAll(/\b(import|eval)\b/g, (word) => `\${"${escaped(word)}"}`)
    .replaceAll("<!--", '<${"!"}--')
    .replaceAll("-->", '-${"-"}>');
}

function escapedRegex(raw: string): string {
  const letter = (word: string) => (word.startsWith("i") ? "\\x69" : "\\x65") + word.slice(1);
  return raw
    .replaceAll(/(\\*)\b(import|eval)\b/g, (_, slashes: string, word: string) =>
      // After an odd number of backslashes the letter is escaped itself, as in `\import`: `\i` is `i`.
      slashes.length % 2 ? slashes.slice(1) + letter(word) : slashes + letter(word),
    )
    .replaceAll("<!--", "\\x3c!--")
    .replaceAll("-->", "\\x2d->");
}
