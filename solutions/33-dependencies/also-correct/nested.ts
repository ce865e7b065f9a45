// Each dependency stands around all that come after it, and the handler is in the middle.

type Values = Record<string, unknown>;
type Dependency = { name: string; needs?: string[]; provide(values: Values): any };

const GENERATORS = [function* () {}, async function* () {}].map(
  (each) => Object.getPrototypeOf(each).prototype,
);
const isGenerator = (value: unknown) =>
  typeof value === "object" &&
  value !== null &&
  GENERATORS.some((each) => Object.prototype.isPrototypeOf.call(each, value));

function sorted(dependencies: Dependency[]): Dependency[] {
  const names = dependencies.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw dependencyError("a name is there twice");
  const left = [...dependencies];
  const done = new Set<string>();
  const order: Dependency[] = [];
  while (left.length > 0) {
    const index = left.findIndex(({ needs = [] }) => needs.every((need) => done.has(need)));
    if (index < 0) throw dependencyError("a name is unknown, or needs itself");
    const [next] = left.splice(index, 1);
    done.add(next!.name);
    order.push(next!);
  }
  return order;
}

function dependencyError(message: string): Error {
  const error = new Error(message);
  error.name = "DependencyError";
  return error;
}

export async function solve<R>(
  dependencies: Dependency[],
  handler: (values: Values) => Promise<R>,
): Promise<R> {
  const order = sorted(dependencies);

  async function within(depth: number, values: Values): Promise<R> {
    const dependency = order[depth];
    if (!dependency) return handler(values);
    const provided = dependency.provide(values);
    if (!isGenerator(provided)) return within(depth + 1, { ...values, [dependency.name]: await provided });
    const { value } = await provided.next();
    let result: R;
    try {
      result = await within(depth + 1, { ...values, [dependency.name]: value });
    } catch (error) {
      try {
        await provided.throw(error);
      } catch {}
      throw error;
    }
    await provided.next();
    return result;
  }

  return within(0, {});
}
