// Handlers around handlers: the list, from the right, makes one function of them all.

type Values = Record<string, unknown>;
type Handler = (values: Values) => Promise<any>;
type Dependency = { name: string; needs?: string[]; provide: (values: Values) => any };

const isGenerator = (value: any): boolean =>
  value !== null &&
  typeof value === "object" &&
  ["next", "throw", "return"].every((method) => typeof value[method] === "function") &&
  (Symbol.asyncIterator in value || Symbol.iterator in value);

const around =
  (dependency: Dependency, inner: Handler): Handler =>
  (values) =>
    new Promise((resolve) => resolve(dependency.provide(values))).then((provided: any) => {
      const go = (value: unknown) => inner(Object.assign({}, values, { [dependency.name]: value }));
      if (!isGenerator(provided)) return go(provided);
      return Promise.resolve(provided.next()).then(({ value }) =>
        go(value).then(
          (result) => Promise.resolve(provided.next()).then(() => result),
          (error) =>
            new Promise((resolve) => resolve(provided.throw(error))).then(
              () => Promise.reject(error),
              () => Promise.reject(error),
            ),
        ),
      );
    });

const fault = (message: string) => Promise.reject({ name: "DependencyError", message });

export function solve(dependencies: Dependency[], handler: Handler): Promise<any> {
  const known = new Set(dependencies.map((each) => each.name));
  if (known.size < dependencies.length) return fault("double");
  if (dependencies.some((each) => each.needs?.some((need) => !known.has(need)))) return fault("unknown");
  const order: Dependency[] = [];
  const isIn = (need: string) => order.some((each) => each.name === need);
  while (order.length < dependencies.length) {
    const next = dependencies.find((each) => !order.includes(each) && (each.needs ?? []).every(isIn));
    if (next === undefined) return fault("circular");
    order.push(next);
  }
  return order.reduceRight<Handler>((inner, each) => around(each, inner), handler)({});
}
