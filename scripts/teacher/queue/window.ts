// How many submissions are under way at a time, while workers come and go.

/** Where nobody is known yet, and as many as a coordinator has in memory at most. */
export const [FEWEST, MOST] = [50, 2000];

export class Window {
  private size: number;
  private used = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(size = FEWEST) {
    this.size = size;
  }

  /** Resolves when there is room, in the order of the calls, to what gives the room back. */
  async take(): Promise<() => void> {
    if (this.used < this.size) this.used++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    return () => {
      this.used--;
      this.fill();
    };
  }

  /** Enough that no worker waits: four times what they take at once. */
  fit(concurrency: number): void {
    this.size = Math.min(Math.max(FEWEST, 4 * concurrency), MOST);
    this.fill();
  }

  private fill(): void {
    while (this.used < this.size && this.waiting.length > 0) {
      this.used++;
      this.waiting.shift()!();
    }
  }
}
