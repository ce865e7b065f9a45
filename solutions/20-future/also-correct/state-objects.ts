// Each state is an object that knows what to do; a future only holds the one that it is in.

interface State {
  readonly name: "pending" | "fulfilled" | "rejected";
  when(onFulfilled: (value: any) => void, onRejected: (reason: any) => void): void;
}

class Pending implements State {
  readonly name = "pending";
  private readonly waiting: Parameters<State["when"]>[] = [];

  when(...pair: Parameters<State["when"]>) {
    this.waiting.push(pair);
  }

  becomes(next: State): State {
    for (const pair of this.waiting) next.when(...pair);
    return next;
  }
}

class Settled implements State {
  constructor(
    readonly name: "fulfilled" | "rejected",
    private readonly end: unknown,
  ) {}

  when(...pair: Parameters<State["when"]>) {
    const act = pair[this.name === "fulfilled" ? 0 : 1];
    queueMicrotask(() => act(this.end));
  }
}

/** Calls only the first of the functions that it has made. */
function onlyOnce() {
  let open = true;
  return <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      if (!open) return;
      open = false;
      act(...args);
    };
}

export class Future<T> implements PromiseLike<T> {
  private inner: State = new Pending();
  readonly resolve: (value: T | PromiseLike<T>) => void;
  readonly reject: (reason: unknown) => void;

  constructor() {
    const once = onlyOnce();
    this.resolve = once((value: unknown) => this.follow(value));
    this.reject = once((reason: unknown) => this.become(new Settled("rejected", reason)));
  }

  get state() {
    return this.inner.name;
  }

  private become(next: State) {
    this.inner = (this.inner as Pending).becomes(next);
  }

  private follow(value: any): void {
    const once = onlyOnce();
    const fulfil = once((end: unknown) => this.become(new Settled("fulfilled", end)));
    const fail = once((end: unknown) => this.become(new Settled("rejected", end)));
    try {
      if (value === this) throw new TypeError("It would wait for itself");
      const then = value !== null && ["object", "function"].includes(typeof value) ? value.then : undefined;
      if (typeof then === "function")
        then.call(
          value,
          once((end: unknown) => this.follow(end)),
          fail,
        );
      else fulfil(value);
    } catch (error) {
      fail(error);
    }
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a future is for.
  then(onFulfilled?: any, onRejected?: any): Future<any> {
    const next = new Future<any>();
    const passing = (callback: unknown, otherwise: (end: unknown) => void) => (end: unknown) => {
      if (typeof callback !== "function") return otherwise(end);
      try {
        next.resolve(callback(end));
      } catch (error) {
        next.reject(error);
      }
    };
    this.inner.when(passing(onFulfilled, next.resolve), passing(onRejected, next.reject));
    return next;
  }
}
