// An EventTarget that says when all is quiet, and a Map from numbers to tasks.

export class BackgroundTasks extends EventTarget {
  #next = 0;
  readonly #running = new Map<number, "running">();

  constructor(onError: (error: unknown) => void) {
    super();
    this.addEventListener("failure", (event) => onError((event as CustomEvent).detail.error));
  }

  get pending(): number {
    return this.#running.size;
  }

  spawn(task: () => Promise<void> | void): void {
    const id = this.#next++;
    this.#running.set(id, "running");
    (async () => task())()
      .catch((error) => this.dispatchEvent(new CustomEvent("failure", { detail: { error } })))
      .finally(() => {
        this.#running.delete(id);
        if (this.#running.size === 0) this.dispatchEvent(new Event("quiet"));
      });
  }

  drain(): Promise<void> {
    return new Promise((resolve) => {
      if (this.pending === 0) resolve();
      else this.addEventListener("quiet", () => resolve(), { once: true });
    });
  }
}
