// Node's events do the telling: one event a state, and whoever comes later is told at once, always in a microtask.
import { EventEmitter } from "node:events";

namespace Thenable {
  export function methodOf(value: any): ((...args: any[]) => unknown) | undefined {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return undefined;
    const method = value.then;
    return typeof method === "function" ? method : undefined;
  }
}

export class Future<T> extends EventEmitter implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private outcome: unknown;
  private taken = false;

  private take(): boolean {
    const first = !this.taken;
    this.taken = true;
    return first;
  }

  resolve(value: T | PromiseLike<T>): void {
    if (this.take()) this.adopt(value);
  }

  reject(reason: unknown): void {
    if (this.take()) this.end("rejected", reason);
  }

  private adopt(value: unknown): void {
    let heard = false;
    const first = (act: (answer: unknown) => void) => (answer: unknown) => {
      if (heard) return;
      heard = true;
      act(answer);
    };
    const refuse = first((reason) => this.end("rejected", reason));
    try {
      if (value === this) throw new TypeError("A future that waits for itself");
      const method = Thenable.methodOf(value);
      if (method)
        method.call(
          value,
          first((answer) => this.adopt(answer)),
          refuse,
        );
      else this.end("fulfilled", value);
    } catch (error) {
      refuse(error);
    }
  }

  private end(state: "fulfilled" | "rejected", outcome: unknown): void {
    this.outcome = outcome;
    this.state = state;
    this.emit("end");
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a future is for.
  then(onFulfilled?: any, onRejected?: any): Future<any> {
    const next = new Future<any>();
    next.setMaxListeners(0);
    const tell = () =>
      queueMicrotask(() => {
        const callback = this.state === "fulfilled" ? onFulfilled : onRejected;
        try {
          if (typeof callback === "function") next.resolve(callback(this.outcome));
          else if (this.state === "fulfilled") next.resolve(this.outcome);
          else next.reject(this.outcome);
        } catch (error) {
          next.reject(error);
        }
      });
    if (this.state === "pending") this.once("end", tell);
    else tell();
    return next;
  }
}
