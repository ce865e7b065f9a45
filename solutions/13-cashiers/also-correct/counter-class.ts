// Callbacks and counters in a class with parameter properties and an enum.

export interface Cashier {
  prepare(order: string): Promise<string>;
}

enum State {
  Open,
  Closed,
}

class Counter {
  private state = State.Open;
  private next = 0;
  private done = 0;
  private readonly results: string[] = [];

  constructor(
    private readonly orders: readonly string[],
    private readonly resolve: (results: string[]) => void,
    private readonly reject: (reason: unknown) => void,
  ) {}

  open(cashiers: readonly Cashier[]): void {
    if (this.orders.length === 0) this.resolve([]);
    else if (cashiers.length === 0) this.reject(new RangeError("The counter is not manned"));
    else for (const cashier of cashiers) this.serveNext(cashier);
  }

  private serveNext(cashier: Cashier): void {
    if (this.state === State.Closed || this.next === this.orders.length) return;
    const index = this.next++;
    const close = (reason: unknown) => {
      this.state = State.Closed;
      this.reject(reason);
    };
    try {
      cashier.prepare(this.orders[index]!).then((result) => {
        this.results[index] = result;
        if (++this.done === this.orders.length) this.resolve(this.results);
        else this.serveNext(cashier);
      }, close);
    } catch (error) {
      close(error);
    }
  }
}

export const serve = (orders: string[], cashiers: Cashier[]): Promise<string[]> =>
  new Promise((resolve, reject) => new Counter(orders, resolve, reject).open(cashiers));
