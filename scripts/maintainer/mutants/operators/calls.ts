// Which calls are tasks of somebody else's: of what a function was given, not of the language's own.
import { type NodePath, types as t } from "@babel/core";

const OWN = /^(resolve|reject|then|catch|finally|map|push|get|set|has|delete|next|entries|forEach|filter)$/;

/** `fetchApi(1)`, `api.fetchUser(…)`, where `fetchApi` and `api` are parameters. */
export function isTask(path: NodePath): path is NodePath<t.CallExpression> {
  const { node } = path;
  if (!t.isCallExpression(node)) return false;
  const { callee } = node;
  const member = t.isMemberExpression(callee) && t.isIdentifier(callee.property) ? callee : undefined;
  const name = member ? (member.property as t.Identifier).name : t.isIdentifier(callee) ? callee.name : "on";
  const root = member ? member.object : callee;
  if (!t.isIdentifier(root) || OWN.test(name) || /^(add|remove|on|abort|log)/.test(name)) return false;
  return path.scope.getBinding(root.name)?.kind === "param";
}
