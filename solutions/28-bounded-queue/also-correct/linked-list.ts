// One linked list holds what lies in the queue and what waits to be put: who stands within the capacity lies in it.

interface Node<T> {
  item: T;
  next: Node<T> | null;
  accept: (() => void) | null;
  refuse: ((error: Error) => void) | null;
}

class Takers<T> implements AsyncIterator<T> {
  private readonly queue: BoundedQueue<T>;
  private over = false;

  constructor(queue: BoundedQueue<T>) {
    this.queue = queue;
  }

  next(): Promise<IteratorResult<T>> {
    const end: IteratorResult<T> = { done: true, value: undefined };
    if (this.over) return Promise.resolve(end);
    return this.queue.get().then(
      (value): IteratorResult<T> => ({ done: false, value }),
      () => {
        this.over = true;
        return end;
      },
    );
  }

  return(): Promise<IteratorResult<T>> {
    this.over = true;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

export class QueueClosedError extends Error {
  static {
    QueueClosedError.prototype.name = "QueueClosedError";
  }
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  private head: Node<T> | null = null;
  private tail: Node<T> | null = null;
  private length = 0;
  private takers: { resolve: (item: T) => void; reject: (error: Error) => void }[] = [];
  private open = true;
  private readonly capacity: number;

  constructor(capacity: number) {
    if (capacity < 1 || capacity === Infinity || Math.floor(capacity) !== capacity) throw new RangeError();
    this.capacity = capacity;
  }

  get size() {
    return Math.min(this.length, this.capacity);
  }

  put(item: T): Promise<void> {
    if (!this.open) return Promise.reject(new QueueClosedError("closed"));
    const taker = this.takers.shift();
    if (taker) {
      taker.resolve(item);
      return Promise.resolve();
    }
    const node: Node<T> = { item, next: null, accept: null, refuse: null };
    if (this.tail) this.tail.next = node;
    else this.head = node;
    this.tail = node;
    if (++this.length <= this.capacity) return Promise.resolve();
    return new Promise((resolve, reject) => {
      node.accept = resolve;
      node.refuse = reject;
    });
  }

  get(): Promise<T> {
    const first = this.head;
    if (first) {
      this.head = first.next;
      if (!this.head) this.tail = null;
      this.length--;
      this.nth(this.capacity)?.accept?.();
      return new Promise((resolve) => resolve(first.item));
    }
    if (!this.open) return Promise.reject(new QueueClosedError("closed"));
    return new Promise((resolve, reject) => this.takers.push({ resolve, reject }));
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    const last = this.nth(this.capacity);
    for (let node = last?.next; node; node = node.next) node.refuse?.(new QueueClosedError("closed"));
    if (last) {
      last.next = null;
      this.tail = last;
      this.length = this.capacity;
    }
    this.takers.splice(0).forEach((taker) => {
      taker.reject(new QueueClosedError("closed"));
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return new Takers(this);
  }

  private nth(count: number): Node<T> | null {
    let node = this.head;
    for (let index = 1; node && index < count; index++) node = node.next;
    return node;
  }
}
