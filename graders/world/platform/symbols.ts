// The registry behind `Symbol.for`: each run has its own. The language's own keeps every key as long as the process lives,
// so one program could fill the memory of the next.
import { run } from "./run.ts";

/** What our own modules share with students' code by name: the language's own, in every run. */
const SHARED = ["nodejs.rejection", "nodejs.util.inspect.custom", "nodejs.util.promisify.custom"].map(
  (key) => [key, Symbol.for(key)] as const,
);

export class SymbolRegistry {
  private readonly byKey = new Map<string, symbol>(SHARED);
  private readonly keys = new Map<symbol, string>(SHARED.map(([key, symbol]) => [symbol, key]));

  for(key: string): symbol {
    const symbol = this.byKey.get(key) ?? Symbol(key);
    this.byKey.set(key, symbol);
    this.keys.set(symbol, key);
    return symbol;
  }

  keyFor(symbol: symbol): string | undefined {
    return this.keys.get(symbol);
  }
}

const statics = {
  for: (key: unknown) => run().symbols.for(`${key}`),
  keyFor(symbol: unknown) {
    if (typeof symbol !== "symbol") throw new TypeError(`${String(symbol)} is not a symbol`);
    return run().symbols.keyFor(symbol);
  },
};

/** Gives the Symbol that students have the run's registry. Call it before it is frozen. */
export function keepRegistryPerRun(made: object): void {
  for (const [name, value] of Object.entries(statics))
    Object.defineProperty(made, name, { value, writable: true, configurable: true });
}
