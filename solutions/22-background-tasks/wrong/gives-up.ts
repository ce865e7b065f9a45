// fails: drain (gives-up)
export class BackgroundTasks {
  #tasks = new Set<Promise<void>>();
  constructor(readonly onError: (error: unknown) => void) {}
  get pending() {
    return this.#tasks.size;
  }
  spawn(task: () => Promise<void> | void): void {
    const own = this.#run(task).finally(() => this.#tasks.delete(own));
    this.#tasks.add(own);
  }
  async #run(task: any) {
    try {
      await task();
    } catch (error) {
      this.onError(error);
    }
  }
  async drain(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, 30_000);
    const all = async () => {
      while (this.#tasks.size > 0) await Promise.all(this.#tasks);
    };
    await Promise.race([all(), promise]);
    clearTimeout(timer);
  }
}
