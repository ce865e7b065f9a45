class Tray {
  readonly #burgers: string[] = [];

  put(burger: string): void {
    this.#burgers.push(burger);
  }

  line(): string {
    return `Got: ${this.#burgers.join(", ")}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#burgers.length = 0;
  }
}

export async function orderBurgers(
  getBurgers: (count: number) => Promise<string[]>,
  count: number,
): Promise<string> {
  await using tray = new Tray();
  for (const burger of await getBurgers(count)) tray.put(burger);
  return tray.line();
}
