// fails: success (busy-wait)
// Which generators stand open is kept in a list: so tear-down is one loop, whatever happened before it.

export interface Dependency {
  name: string;
  needs?: string[];
  provide(
    values: Record<string, unknown>,
  ): AsyncGenerator<unknown, void> | Generator<unknown, void> | Promise<unknown> | unknown;
}
type Opened = AsyncGenerator<unknown, void> | Generator<unknown, void>;
type Failure = { error: unknown };

export async function solve<R>(
  dependencies: Dependency[],
  handler: (values: Record<string, unknown>) => Promise<R>,
): Promise<R> {
  const values: Record<string, unknown> = {};
  const open: Opened[] = [];
  let failure: Failure | undefined;
  let result: R | undefined;
  const order = inOrder(dependencies);
  try {
    for (const { name, provide } of order) {
      const provided = provide(values);
      if (isGenerator(provided)) {
        values[name] = (await provided.next()).value;
        open.push(provided);
      } else {
        values[name] = await provided;
      }
    }
    let done = false;
    const work = handler(values).finally(() => (done = true));
    work.catch(() => {});
    while (!done) await new Promise((resolve) => setTimeout(resolve, 10));
    result = await work;
  } catch (error) {
    failure = { error };
  }
  const late = await tearDown(open, failure);
  const first = failure ?? late;
  if (first) throw first.error;
  return result as R;
}

/** Each after what it needs, else as in the list. Throws a DependencyError if there is no such order. */
function inOrder(dependencies: Dependency[]): Dependency[] {
  const byName = new Map(dependencies.map((each) => [each.name, each]));
  if (byName.size < dependencies.length) throw new DependencyError("Two dependencies have one name");
  const [order, begun] = [new Set<Dependency>(), new Set<Dependency>()];
  const visit = (name: string) => {
    const each = byName.get(name);
    if (!each) throw new DependencyError(`There is no dependency ${name}`);
    if (order.has(each)) return;
    if (begun.has(each)) throw new DependencyError(`${name} needs itself`);
    begun.add(each);
    each.needs?.forEach(visit);
    order.add(each);
  };
  for (const { name } of dependencies) visit(name);
  return [...order];
}

/** Resumes all, the last first; what fails of that, or its first failure. */
async function tearDown(open: Opened[], failure: Failure | undefined): Promise<Failure | undefined> {
  let first: Failure | undefined;
  for (const generator of open.reverse()) {
    try {
      await (failure ? generator.throw(failure.error) : generator.next());
    } catch (error) {
      first ??= { error };
    }
  }
  return first;
}

/** The language tags what its own generator functions make. */
function isGenerator(provided: unknown): provided is Opened {
  const tag = Object.prototype.toString.call(provided);
  return tag === "[object Generator]" || tag === "[object AsyncGenerator]";
}

class DependencyError extends Error {
  override readonly name = "DependencyError";
}
