// What a module's code declares at its top.
import { type Pattern, parse } from "acorn";

/** The names of the constants, variables, functions and classes at the top of a module (JavaScript). */
export function declaredNames(code: string): string[] {
  return parse(code, { ecmaVersion: "latest", sourceType: "module" }).body.flatMap((statement) => {
    if (statement.type === "VariableDeclaration")
      return statement.declarations.flatMap(({ id }) => namesIn(id));
    if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration")
      return namesIn(statement.id);
    return [];
  });
}

/** The names that a pattern declares, or assigns to. */
export function namesIn(pattern: Pattern | null | undefined): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === "RestElement" ? property.argument : property.value),
      );
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
