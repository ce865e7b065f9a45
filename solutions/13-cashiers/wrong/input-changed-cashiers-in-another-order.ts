// fails: apart (input-changed)

type Cashier = { prepare(order: string): Promise<string> };

export function serve(orders: string[], cashiers: Cashier[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    if (orders.length === 0) return resolve([]);
    if (cashiers.length === 0) return reject(new RangeError("no cashiers"));
    const results: string[] = [];
    let [next, made, failed] = [0, 0, false];
    const hand = () => {
      while (!failed && next < orders.length && cashiers.length > 0) {
        const [cashier, index] = [cashiers.shift()!, next++];
        Promise.try(() => cashier.prepare(orders[index]!)).then(
          (result) => {
            results[index] = result;
            cashiers.push(cashier);
            made += 1;
            if (made === orders.length) resolve(results);
            else hand();
          },
          (error) => {
            failed = true;
            reject(error);
          },
        );
      }
    };
    hand();
  });
}
