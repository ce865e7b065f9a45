// fails: refusal (errors-while-setting-up)
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
  const order = dependencies;
  try {
    const left = [...order];
    while (left.length > 0) {
      const index = left.findIndex(({ needs = [] }) => needs.every((need) => Object.hasOwn(values, need)));
      const [next] = index < 0 ? [] : left.splice(index, 1);
      if (!next || Object.hasOwn(values, next.name)) throw new DependencyError("It cannot be solved");
      const provided = next.provide(values);
      if (isGenerator(provided)) {
        values[next.name] = (await provided.next()).value;
        open.push(provided);
      } else {
        values[next.name] = await provided;
      }
    }
    result = await handler(values);
  } catch (error) {
    failure = { error };
  }
  const late = await tearDown(open, failure);
  const first = failure ?? late;
  if (first) throw first.error;
  return result as R;
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
