import { EventEmitter, once } from "node:events";

export type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  readonly #bus = new EventEmitter();
  readonly #idle: Set<Worker>;
  readonly #count: number;
  readonly #line: (() => Promise<void>)[] = [];
  #closed = false;

  constructor(workers: Worker[]) {
    this.#idle = new Set(workers);
    this.#count = workers.length;
    this.#bus.setMaxListeners(0);
    this.#bus.on("look", () => {
      while (this.#idle.size > 0 && this.#line.length > 0) this.#line.shift()!();
      if (this.#idle.size === this.#count) this.#bus.emit("rest");
    });
  }

  async submit<T>(task: () => T): Promise<T> {
    if (this.#closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    return new Promise<T>((resolve, reject) => {
      this.#line.push(async () => {
        const [worker] = this.#idle;
        this.#idle.delete(worker!);
        await worker!.run(task).then(resolve, reject);
        this.#idle.add(worker!);
        this.#bus.emit("look");
      });
      this.#bus.emit("look");
    });
  }

  async shutdown(): Promise<void> {
    this.#closed = true;
    if (this.#idle.size < this.#count) await once(this.#bus, "rest");
  }
}
