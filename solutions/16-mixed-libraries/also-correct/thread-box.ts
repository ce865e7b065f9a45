// What comes back is kept in a box that the job fills, and which is looked into when the thread has ended.

type ToThread = <T>(job: () => T) => Promise<T>;

class Box<R> {
  content!: R;
  job: () => void;

  constructor(make: () => R) {
    this.job = () => {
      this.content = make();
    };
  }

  async filledOn(toThread: ToThread): Promise<R> {
    await toThread(this.job);
    return this.content;
  }
}

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => new Box(() => Reflect.apply(fn, undefined, args)).filledOn(toThread);
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const boxes = urls.map((url) => new Box(() => requestsGet(url)));
  await Promise.all(boxes.map((box) => box.filledOn(toThread)));
  return boxes.map((box) => box.content);
}
