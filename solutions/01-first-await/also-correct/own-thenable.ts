// An object of its own with a `then`: `await` asks for no more than that.

class Order implements PromiseLike<string> {
  readonly #line: Promise<string>;

  constructor(burgers: Promise<string[]>) {
    this.#line = burgers.then((made) => `Got: ${made.join(", ")}`);
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what an order is for.
  then<A = string, B = never>(
    onFulfilled?: ((line: string) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#line.then(onFulfilled, onRejected);
  }
}

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  return await new Order(getBurgers(count));
}
