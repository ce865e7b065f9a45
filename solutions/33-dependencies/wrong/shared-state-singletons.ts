// fails: apart (shared-state)
export interface Dependency {
  name: string;
  needs?: string[];
  provide(
    values: Record<string, unknown>,
  ): AsyncGenerator<unknown, void> | Generator<unknown, void> | Promise<unknown> | unknown;
}

class DependencyError extends Error {
  constructor(name: string, path: Iterable<string>, message: string) {
    super(`Could not resolve '${name}'. ${message}. Resolution path: ${[...path, name].join(" -> ")}`);
    this.name = "DependencyError";
  }
}

// In the manner of awilix, with singletons.
const singletons = new Map<Dependency, { value: unknown }>();

function createContainer() {
  const registrations = new Map<string, Dependency>();
  const cradle: Record<string, unknown> = {};
  const cache = new Set<string>();
  const disposers: ((failure?: { error: unknown }) => unknown)[] = [];

  return {
    register(dependency: Dependency): void {
      if (registrations.has(dependency.name))
        throw new DependencyError(dependency.name, [], "Registered twice");
      registrations.set(dependency.name, dependency);
    },

    check(name: string, path: string[] = []): void {
      if (path.includes(name)) throw new DependencyError(name, path, "Cyclic dependencies detected");
      const registration = registrations.get(name);
      if (!registration) throw new DependencyError(name, path, "It is not registered");
      registration.needs?.forEach((need) => this.check(need, [...path, name]));
    },

    async resolve(name: string): Promise<void> {
      if (cache.has(name)) return;
      const registration = registrations.get(name)!;
      for (const need of registration.needs ?? []) await this.resolve(need);
      const known = singletons.get(registration);
      if (known) {
        cradle[name] = known.value;
        cache.add(name);
        return;
      }
      const made: any = registration.provide(cradle);
      if (/^\[object (Async)?Generator\]$/.test(Object.prototype.toString.call(made))) {
        const { value } = await made.next();
        disposers.unshift((failure) => (failure ? made.throw(failure.error) : made.next()));
        cradle[name] = value;
      } else {
        cradle[name] = await made;
      }
      singletons.set(registration, { value: cradle[name] });
      cache.add(name);
    },

    async dispose(failure?: { error: unknown }): Promise<void> {
      const errors: unknown[] = [];
      for (const disposer of disposers) {
        try {
          await disposer(failure);
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },

    cradle,
    names: () => [...registrations.keys()],
  };
}

export async function solve<R>(
  dependencies: Dependency[],
  handler: (values: Record<string, unknown>) => Promise<R>,
): Promise<R> {
  const container = createContainer();
  for (const dependency of dependencies) container.register(dependency);
  for (const name of container.names()) container.check(name);

  let result: R;
  try {
    for (const name of container.names()) await container.resolve(name);
    result = await handler(container.cradle);
  } catch (error) {
    await container.dispose({ error }).catch(() => {});
    throw error;
  }
  await container.dispose();
  return result;
}
