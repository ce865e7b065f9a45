// Node's events.on keeps what is emitted until the loop asks for it.
import { EventEmitter, on } from "node:events";

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const list = [...promises];
  const emitter = new EventEmitter();
  const events = on(emitter, "settled");
  for (const promise of list) {
    const settled = () => emitter.emit("settled", promise);
    promise.then(settled, settled);
  }
  return (async function* () {
    try {
      for (let left = list.length; left > 0; left--) {
        const [promise] = (await events.next()).value as [Promise<T>];
        yield await promise;
      }
    } finally {
      await events.return?.();
    }
  })();
}
