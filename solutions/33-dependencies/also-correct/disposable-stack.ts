// AsyncDisposableStack keeps what stands open, and tears it down in reverse. What fails after a failure is kept quiet.

type Values = Record<string, unknown>;
interface Dependency {
  name: string;
  needs?: string[];
  provide(values: Values): unknown;
}

class DependencyError extends Error {
  static {
    DependencyError.prototype.name = "DependencyError";
  }
}

function check(dependencies: Dependency[]): Map<string, Dependency> {
  const all = new Map<string, Dependency>();
  for (const each of dependencies) {
    if (all.has(each.name)) throw new DependencyError(`double: ${each.name}`);
    all.set(each.name, each);
  }
  return all;
}

/** What it needs, with what that needs, and it last. */
function* closure(name: string, all: Map<string, Dependency>, path: string[] = []): Generator<Dependency> {
  const each = all.get(name);
  if (!each) throw new DependencyError(`unknown: ${name}`);
  if (path.includes(name)) throw new DependencyError(`circular: ${[...path, name].join(" -> ")}`);
  for (const need of each.needs ?? []) yield* closure(need, all, [...path, name]);
  yield each;
}

export async function solve<R>(
  dependencies: Dependency[],
  handler: (values: Values) => Promise<R>,
): Promise<R> {
  const all = check(dependencies);
  const order = new Set(dependencies.flatMap(({ name }) => [...closure(name, all)]));
  const values: Values = Object.create(null);
  let failure: [unknown] | undefined;
  try {
    await using stack = new AsyncDisposableStack();
    try {
      for (const { name, provide } of order) values[name] = await open(provide(values), stack, () => failure);
      return await handler(values);
    } catch (error) {
      failure = [error];
      throw error;
    }
  } catch (error) {
    if (failure) throw failure[0];
    throw error;
  }
}

async function open(provided: unknown, stack: AsyncDisposableStack, failed: () => [unknown] | undefined) {
  const tag = Object.prototype.toString.call(provided);
  if (tag !== "[object Generator]" && tag !== "[object AsyncGenerator]") return provided;
  const generator = provided as AsyncGenerator<unknown>;
  const { value } = await generator.next();
  stack.defer(async () => {
    const failure = failed();
    if (failure) await Promise.resolve(generator.throw(...failure)).catch(() => {});
    else await generator.next();
  });
  return value;
}
