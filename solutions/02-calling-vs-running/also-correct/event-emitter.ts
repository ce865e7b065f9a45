// The first `then` is an event; its listener starts the body, and is gone after that.
import { EventEmitter } from "node:events";

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    const awaited = new EventEmitter();
    awaited.once("first", () => resolve(new Promise((settle) => settle(body(...args)))));
    return {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled, onRejected) {
        awaited.emit("first");
        return promise.then(onFulfilled, onRejected);
      },
    };
  };
}
