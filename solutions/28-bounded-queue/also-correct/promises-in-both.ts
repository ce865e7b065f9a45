// Whoever comes, on either side, finds a promise of the other side or leaves one: a put of a place, a get of an item.

export class BoundedQueue<T> implements AsyncIterable<T> {
  private toPut: ((item: T) => void)[] = [];
  private toGet: Promise<T>[] = [];
  private places: (() => void)[] = [];
  private asked: Promise<void>[] = [];
  private endings: (() => void)[] = [];
  private isClosed = false;
  private lying = 0;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError("a capacity is a positive integer");
    for (let place = 0; place < capacity; place++) this.asked.push(Promise.resolve());
  }

  get size() {
    return Math.max(0, this.lying);
  }

  put(item: T): Promise<void> {
    if (this.isClosed) return Promise.reject(this.error());
    const enter = () => {
      this.lying++;
      const to = this.toPut.shift();
      if (to) to(item);
      else this.toGet.push(new Promise((resolve) => resolve(item)));
    };
    if (this.asked.length > 0) {
      enter();
      return this.asked.shift()!;
    }
    return new Promise((resolve, reject) => {
      const end = () => {
        this.places = this.places.filter((place) => place !== come);
        reject(this.error());
      };
      const come = () => {
        this.endings = this.endings.filter((each) => each !== end);
        enter();
        resolve();
      };
      this.places.push(come);
      this.endings.push(end);
    });
  }

  get(): Promise<T> {
    const first = this.toGet.shift();
    if (first) {
      this.leave();
      return first;
    }
    if (this.isClosed) return Promise.reject(this.error());
    return new Promise((resolve, reject) => {
      const end = () => reject(this.error());
      this.endings.push(end);
      this.toPut.push((item) => {
        this.endings = this.endings.filter((each) => each !== end);
        this.leave();
        resolve(item);
      });
    });
  }

  close() {
    this.isClosed = true;
    const all = this.endings;
    this.endings = [];
    for (const end of all) end();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const item = await this.get().then(
        (value) => [value],
        () => [],
      );
      if (item.length === 0) return;
      yield item[0]!;
    }
  }

  private leave() {
    this.lying--;
    const next = this.places.shift();
    if (next) next();
    else this.asked.push(Promise.resolve());
  }

  private error() {
    const error = new Error("the queue is closed");
    error.name = "QueueClosedError";
    return error;
  }
}
