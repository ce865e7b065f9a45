// fails: values (twins-merged)

export type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  #idle: Worker[];
  // What waits, by its task: one that is submitted twice has a single place here.
  #jobs = new Map<() => unknown, PromiseWithResolvers<any>>();
  #busy = 0;
  #closed = false;
  #end = Promise.withResolvers<void>();

  constructor(workers: Worker[]) {
    this.#idle = [...workers];
  }

  submit<T>(task: () => T): Promise<T> {
    if (this.#closed) {
      return Promise.reject(Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" }));
    }
    const job = this.#jobs.get(task) ?? Promise.withResolvers<T>();
    this.#jobs.set(task, job);
    const worker = this.#idle.pop();
    if (worker) this.#work(worker);
    return job.promise;
  }

  shutdown(): Promise<void> {
    this.#closed = true;
    if (this.#busy === 0) this.#end.resolve();
    return this.#end.promise;
  }

  async #work(worker: Worker): Promise<void> {
    this.#busy++;
    for (;;) {
      const [entry] = this.#jobs;
      if (!entry) break;
      const [task, job] = entry;
      this.#jobs.delete(task);
      await worker.run(task).then(job.resolve, job.reject);
    }
    this.#busy--;
    this.#idle.push(worker);
    if (this.#closed && this.#busy === 0) this.#end.resolve();
  }
}
