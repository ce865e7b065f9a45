// Each order leases a cashier and gives it back with `using`; the first failure closes the counter.
type Cashier = { prepare(order: string): Promise<string> };

class Counter {
  private readonly waiting: ((cashier: Cashier) => void)[] = [];
  private readonly free: Cashier[];
  private readonly closing = new AbortController();

  constructor(cashiers: readonly Cashier[]) {
    this.free = [...cashiers];
  }

  async lease(): Promise<{ cashier: Cashier } & Disposable> {
    const cashier = this.free.pop() ?? (await new Promise<Cashier>((resolve) => this.waiting.push(resolve)));
    this.closing.signal.throwIfAborted();
    return { cashier, [Symbol.dispose]: () => this.giveBack(cashier) };
  }

  close(reason: unknown): void {
    this.closing.abort(reason);
  }

  private giveBack(cashier: Cashier): void {
    const next = this.waiting.shift();
    if (next) next(cashier);
    else this.free.push(cashier);
  }
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("nobody is at the counter");
  const counter = new Counter(cashiers);
  const one = async (order: string) => {
    using leased = await counter.lease();
    try {
      return await leased.cashier.prepare(order);
    } catch (error) {
      counter.close(error);
      throw error;
    }
  };
  return Promise.all(orders.map(one));
}
