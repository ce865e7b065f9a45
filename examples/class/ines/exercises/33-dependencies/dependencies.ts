type Values = Record<string, unknown>;
type Exit = (failure: { error: unknown } | null) => Promise<unknown>;
type Dependency = { name: string; needs?: readonly string[]; provide(values: Values): unknown };

class DependencyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = this.constructor.name;
  }
}

class ExitStack {
  #exits: Exit[] = [];

  async enter(provided: any): Promise<unknown> {
    const kind = Object.prototype.toString.call(provided).slice(8, -1);
    if (kind !== "Generator" && kind !== "AsyncGenerator") return provided;
    const { value } = await provided.next();
    this.#exits.push(async (failure) => (failure ? provided.throw(failure.error) : provided.next()));
    return value;
  }

  async close(failure: { error: unknown } | null): Promise<void> {
    let own = failure;
    for (let exit = this.#exits.pop(); exit; exit = this.#exits.pop()) {
      await exit(failure).catch((error) => {
        own ??= { error };
      });
    }
    if (own) throw own.error;
  }
}

class Graph {
  readonly #state = new Map<string, "begun" | "done">();
  readonly #byName: Record<string, Dependency> = Object.create(null);
  readonly order: Dependency[] = [];

  constructor(all: readonly Dependency[]) {
    for (const each of all) {
      if (each.name in this.#byName) throw new DependencyError(`${each.name} is there twice`);
      this.#byName[each.name] = each;
    }
    for (const each of all) this.#visit(each.name);
  }

  #visit(name: string): void {
    const each = this.#byName[name];
    if (each === undefined) throw new DependencyError(`nobody provides ${name}`);
    const state = this.#state.get(name);
    if (state === "begun") throw new DependencyError(`${name} needs itself`);
    if (state === "done") return;
    this.#state.set(name, "begun");
    for (const need of each.needs ?? []) this.#visit(need);
    this.#state.set(name, "done");
    this.order.push(each);
  }
}

export async function solve<R>(all: Dependency[], handler: (values: Values) => Promise<R>): Promise<R> {
  const { order } = new Graph(all);
  const [stack, values]: [ExitStack, Values] = [new ExitStack(), {}];
  let result: R;
  try {
    for (const { name, provide } of order) values[name] = await stack.enter(provide(values));
    result = await handler(values);
  } catch (error) {
    await stack.close({ error });
    throw error;
  }
  await stack.close(null);
  return result;
}
