// A class whose guard is disposed of at the end of the block, however that is left.

class RuntimeError extends Error {
  override name = "RuntimeError";
}

class LoopRunner {
  #depth = 0;

  get running(): boolean {
    return this.#depth > 0;
  }

  #enter(): Disposable {
    this.#depth += 1;
    return {
      [Symbol.dispose]: () => {
        this.#depth -= 1;
      },
    };
  }

  async run<T>(main: () => Promise<T>): Promise<T> {
    if (this.running) throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
    using _entered = this.#enter();
    return await main();
  }
}

export const createRunner = () => new LoopRunner();
