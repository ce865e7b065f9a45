// A pool: orders wait for a free cashier, and cashiers wait for an order.

export interface Cashier {
  prepare(order: string): Promise<string>;
}

class Pool<T> {
  private readonly free: T[];
  private readonly waiting: ((item: T) => void)[] = [];

  constructor(items: readonly T[]) {
    this.free = [...items];
  }

  async take(): Promise<T> {
    const item = this.free.pop();
    return item ?? new Promise<T>((resolve) => this.waiting.push(resolve));
  }

  give(item: T): void {
    const next = this.waiting.shift();
    if (next) next(item);
    else this.free.push(item);
  }
}

export async function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  if (orders.length > 0 && cashiers.length === 0) throw new RangeError("no cashiers");
  const pool = new Pool(cashiers);
  const over = new AbortController();
  const one = async (order: string) => {
    const cashier = await pool.take();
    over.signal.throwIfAborted();
    try {
      const result = await cashier.prepare(order);
      pool.give(cashier);
      return result;
    } catch (error) {
      over.abort();
      throw error;
    }
  };
  return Promise.all(orders.map(one));
}
