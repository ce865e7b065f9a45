// What belongs to one call, kept for all of them.
import { type NodePath, types as t } from "@babel/core";
import { type Operator, statements } from "./operator.ts";

/** Programs made of copies of this one. */
const shared = (name: string, programs: (path: NodePath<t.Program>) => Iterable<t.Program>): Operator => ({
  name,
  misconception: "shared-state",
  *mutate(path) {
    if (path.isProgram()) yield* programs(path);
  },
});

export const sharedStateOperators: Operator[] = [
  shared("one-variable", function* (path) {
    yield* hoisted(path, (id, init) => ({
      above: statements(`let ${id.name}: any;`),
      instead: statements("%%id%% = %%init%%;", { id, init }),
    }));
  }),
  shared("one-value", function* (path) {
    yield* hoisted(path, (id, init) =>
      isFresh(init)
        ? { above: statements(`let ${id.name}: any = %%init%%;`, { init }), instead: [] }
        : undefined,
    );
  }),
  shared("one-field", function* (path) {
    const count = fieldsOf(path.node).length;
    for (let index = 0; index < count; index++) {
      const copy = t.cloneNode(path.node, true);
      const field = fieldsOf(copy)[index]!;
      copy.body.unshift(...statements("const shared: any = %%value%%;", { value: field.value! }));
      field.value = t.identifier("shared");
      yield copy;
    }
  }),
  shared("one-result", around("known ??= %%own%%(...args);\nreturn known;", "let known: any;")),
  shared(
    "one-result-each",
    around(
      "if (!known.has(args[0])) known.set(args[0], %%own%%(...args));\nreturn known.get(args[0]);",
      "const known = new Map<unknown, any>();",
    ),
  ),
  shared(
    "joins-what-runs",
    around(
      `if (running.has(args[0])) return running.get(args[0]);
      const call = %%own%%(...args).finally(() => running.delete(args[0]));
      running.set(args[0], call);
      return call;`,
      "const running = new Map<unknown, any>();",
    ),
  ),
  shared(
    "one-at-a-time",
    around(
      `const next = last.then(() => %%own%%(...args));
      last = next.catch(() => {});
      return next;`,
      "let last: Promise<any> = Promise.resolve();",
    ),
  ),
  shared(
    "last-arguments",
    around("latest = args;\nawait undefined;\nreturn %%own%%(...latest);", "let latest: any;"),
  ),
];

/** The exported function called by another one, which takes its name; `above` stands before them. */
function around(body: string, above: string) {
  return function* ({ node }: NodePath<t.Program>): Iterable<t.Program> {
    const copy = t.cloneNode(node, true);
    const index = copy.body.findIndex(
      (each) => t.isExportNamedDeclaration(each) && t.isFunctionDeclaration(each.declaration),
    );
    const own = index < 0 ? undefined : (copy.body[index] as t.ExportNamedDeclaration).declaration;
    if (!t.isFunctionDeclaration(own) || !own.id || own.generator) return;
    const name = own.id.name;
    own.id = t.identifier("own");
    const async = body.includes("await") ? "async " : "";
    const code = `export ${async}function ${name}(...args: any[]): Promise<any> {\n${body}\n}`;
    const outer = statements(code, { own: t.identifier("own") });
    copy.body.splice(index, 1, ...statements(above), own, ...outer);
    yield copy;
  };
}

interface Hoisting {
  above: t.Statement[];
  instead: t.Statement[];
}

/** Copies in which one variable of a function each is the file's. */
function* hoisted(
  path: NodePath<t.Program>,
  make: (id: t.Identifier, init: t.Expression) => Hoisting | undefined,
): Iterable<t.Program> {
  const count = variablesOf(path.node).length;
  for (let index = 0; index < count; index++) {
    const copy = t.cloneNode(path.node, true);
    const { list, at, id, init } = variablesOf(copy)[index]!;
    const made = make(t.identifier(id.name), init ?? t.identifier("undefined"));
    if (!made) continue;
    list.splice(at, 1, ...made.instead);
    const first = copy.body.findIndex((each) => !t.isImportDeclaration(each));
    copy.body.splice(first, 0, ...made.above);
    yield copy;
  }
}

/** Variables that functions declare on their own level, one a statement, with names that the file has once. */
function variablesOf(program: t.Program) {
  const found: {
    list: t.Statement[];
    at: number;
    id: t.Identifier;
    init?: t.Expression | null | undefined;
  }[] = [];
  const names = new Map<string, number>();
  t.traverseFast(program, (node) => {
    if (t.isVariableDeclarator(node) && t.isIdentifier(node.id))
      names.set(node.id.name, (names.get(node.id.name) ?? 0) + 1);
    if (!t.isFunction(node) || !t.isBlockStatement(node.body)) return;
    for (const [at, statement] of node.body.body.entries()) {
      if (!t.isVariableDeclaration(statement) || statement.declarations.length !== 1) continue;
      if (statement.kind !== "let" && statement.kind !== "const") continue;
      const [{ id, init }] = statement.declarations as [t.VariableDeclarator];
      if (t.isIdentifier(id) && !t.isFunction(init)) found.push({ list: node.body.body, at, id, init });
    }
  });
  return found.filter(({ id }) => names.get(id.name) === 1);
}

/** Whether a value starts out the same for every call. */
function isFresh(init: t.Expression): boolean {
  if (t.isLiteral(init) && !t.isTemplateLiteral(init)) return true;
  if (t.isIdentifier(init, { name: "undefined" })) return true;
  if (t.isArrayExpression(init)) return init.elements.length === 0;
  return t.isNewExpression(init) && init.arguments.length === 0;
}

/** Fields of classes that hold something to be filled. */
function fieldsOf(program: t.Program): (t.ClassProperty | t.ClassPrivateProperty)[] {
  const fields: (t.ClassProperty | t.ClassPrivateProperty)[] = [];
  t.traverseFast(program, (node) => {
    if ((t.isClassProperty(node) || t.isClassPrivateProperty(node)) && !node.static && node.value) {
      if (isFresh(node.value) && !t.isLiteral(node.value)) fields.push(node);
    }
  });
  return fields;
}
