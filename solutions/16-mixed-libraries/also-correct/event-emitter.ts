// An emitter tells of each page; whoever collects them listens.
import { EventEmitter } from "node:events";

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    toThread(() => fn(...args)).then(resolve, reject);
    return promise;
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const pages = new Map<number, string>();
  const events = new EventEmitter();
  const over = Promise.withResolvers<void>();
  events.on("page", (place: number, page: string) => {
    pages.set(place, page);
    if (pages.size === urls.length) over.resolve();
  });
  events.on("failure", over.reject);
  const get = asyncify(requestsGet, toThread);
  for (const [place, url] of urls.entries())
    get(url).then(
      (page) => events.emit("page", place, page),
      (error) => events.emit("failure", error),
    );
  if (urls.length > 0) await over.promise;
  return urls.map((_, place) => pages.get(place)!);
}
