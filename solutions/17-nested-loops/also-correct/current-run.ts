// What is kept is the promise of the run under way; its first reaction forgets it.

export class Runner {
  private current: Promise<unknown> | undefined;

  run<T>(main: () => Promise<T>): Promise<T> {
    if (this.current) return Promise.reject(new DOMException("in a running event loop", "RuntimeError"));
    const { promise, resolve } = Promise.withResolvers<T>();
    this.current = promise;
    const forget = () => {
      this.current = undefined;
    };
    promise.then(forget, forget);
    try {
      resolve(main());
    } catch (error) {
      resolve(Promise.reject(error));
    }
    return promise;
  }

  get running() {
    return this.current !== undefined;
  }
}

export function createRunner(): Runner {
  return new Runner();
}
