// A class with parameter properties, an enum for where it stands, and a callback-style step.

enum Stage {
  Adding,
  Done,
}

class Adder {
  private stage = Stage.Adding;
  private start = 0;
  private sum = 0;

  constructor(
    private readonly numbers: readonly number[],
    private readonly addUp: (chunk: number[]) => number,
    private readonly size: number,
  ) {
    if (!(size >= 1) || size % 1 !== 0) throw new RangeError(`${size} is no chunk size`);
  }

  run(done: (error: unknown, sum?: number) => void): void {
    try {
      this.step();
    } catch (error) {
      done({ error });
      return;
    }
    if (this.stage === Stage.Done) done(null, this.sum);
    else setTimeout(() => this.run(done), 0);
  }

  private step(): void {
    if (this.start < this.numbers.length) {
      const end = this.start + this.size;
      this.sum += this.addUp(this.numbers.slice(this.start, end));
      this.start = end;
    }
    if (this.start >= this.numbers.length) this.stage = Stage.Done;
  }
}

export const sumAll = (
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> =>
  new Promise((resolve, reject) => {
    new Adder(numbers, addUp, chunkSize).run((failure, sum) => {
      if (failure) reject((failure as { error: unknown }).error);
      else resolve(sum!);
    });
  });
