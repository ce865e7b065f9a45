// Takes whole rows of microtasks, and puts back what a throw left; timers are objects in a linked list.

interface Node {
  id: number;
  due: number;
  fn: () => void;
  next: Node | undefined;
}

export class Loop {
  now = 0;
  private row: Array<() => void> = [];
  private head: Node | undefined;
  private ids = 0;

  setTimeout = (fn: () => void, ms: number): number => {
    const node: Node = { id: ++this.ids, due: this.now + Math.max(0, ms), fn, next: undefined };
    let before: Node | undefined;
    for (let node2 = this.head; node2 && node2.due <= node.due; node2 = node2.next) before = node2;
    if (before) [node.next, before.next] = [before.next, node];
    else [node.next, this.head] = [this.head, node];
    return node.id;
  };

  clearTimeout = (id: number): void => {
    if (this.head?.id === id) this.head = this.head.next;
    for (let node = this.head; node?.next; node = node.next)
      if (node.next.id === id) node.next = node.next.next;
  };

  queueMicrotask = (fn: () => void): void => {
    this.row.push(fn);
  };

  private drain(): void {
    while (this.row.length > 0) {
      const row = this.row;
      this.row = [];
      let done = 0;
      try {
        for (const fn of row) {
          done++;
          fn();
        }
      } finally {
        this.row.unshift(...row.slice(done));
      }
    }
  }

  run = (): void => {
    this.drain();
    while (this.head) {
      const { due, fn } = this.head;
      this.head = this.head.next;
      this.now = due;
      fn();
      this.drain();
    }
  };
}
