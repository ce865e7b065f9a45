// What `on` of node:events iterates: events that nobody has asked for yet wait, and so do requests without an event.
import { invalidArgument } from "./errors.ts";

/** An emitter whose events may come faster than they are taken. */
interface Pausable {
  pause(): void;
  resume(): void;
}

export class EventStream {
  readonly stops: (() => void)[] = [];
  private readonly source: Pausable;
  private readonly high: number;
  private readonly low: number;
  private readonly events: unknown[] = [];
  private readonly requests: PromiseWithResolvers<IteratorResult<unknown>>[] = [];
  private error: unknown = null;
  private paused = false;
  private over = false;

  /** `high`, `low`: with how many waiting events the source is paused, and below which it goes on. */
  constructor(source: Pausable, high: number, low: number) {
    this.source = source;
    this.high = high;
    this.low = low;
  }

  push(event: unknown): void {
    const request = this.requests.shift();
    if (request) {
      request.resolve({ done: false, value: event });
      return;
    }
    if (!this.paused && this.events.length + 1 > this.high) {
      this.paused = true;
      this.source.pause();
    }
    this.events.push(event);
  }

  fail(reason: unknown): void {
    const request = this.requests.shift();
    if (request) request.reject(reason);
    else this.error = reason;
    this.end();
  }

  end(): Promise<IteratorResult<unknown>> {
    for (const stop of this.stops.splice(0).reverse()) stop();
    this.over = true;
    this.paused = false;
    for (const request of this.requests.splice(0)) request.resolve({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.events.length > 0) {
      const value = this.events.shift();
      if (this.paused && this.events.length < this.low) {
        this.source.resume();
        this.paused = false;
      }
      return Promise.resolve({ done: false, value });
    }
    const { error } = this;
    this.error = null;
    if (error) return Promise.reject(error);
    if (this.over) return this.end();
    const request = Promise.withResolvers<IteratorResult<unknown>>();
    this.requests.push(request);
    return request.promise;
  }
}

// From a generator: its function's prototype, that of all async generators, that of all async iterators.
const { getPrototypeOf } = Object;
const AsyncIteratorPrototype = getPrototypeOf(getPrototypeOf(getPrototypeOf((async function* () {})())));

export function iteratorOf(stream: EventStream): object {
  const iterator = {
    next: () => stream.next(),
    return: () => stream.end(),
    throw: (error: unknown) => {
      if (error instanceof Error) stream.fail(error);
      else throw invalidArgument("EventEmitter.AsyncIterator", "an instance of Error", error);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return Object.setPrototypeOf(iterator, AsyncIteratorPrototype);
}
