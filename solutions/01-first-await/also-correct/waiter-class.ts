// A class with parameter properties, an enum for the parts of the line, and a promise settled by hand.

enum Line {
  Head = "Got: ",
  Between = ", ",
}

class Waiter {
  constructor(
    private readonly resolve: (line: string) => void,
    private readonly reject: (reason: unknown) => void,
  ) {}

  serve(order: Promise<string[]>): void {
    order.then((burgers) => this.resolve(Line.Head + burgers.join(Line.Between)), this.reject);
  }
}

export function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  new Waiter(resolve, reject).serve(getBurgers(count));
  return promise;
}
