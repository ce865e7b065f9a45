// Exercise 13: many orders, a few cashiers, and nobody idle while there is an order left.

export type Cashier = {
  /** Makes one burger at a time: asked while busy, it rejects with `cashier is busy`. */
  prepare(order: string): Promise<string>;
};

/** Has the cashiers prepare all orders, as soon as they can, and resolves to the results in the order of `orders`. */
export function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  // TODO: give each cashier the next order as soon as that cashier is free.
  throw new Error("Not implemented yet");
}
