/** `no timers`, `1 timer`, `3 timers`: how many of what has a plain plural. */
export function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count === 0 ? "no" : count} ${thing}s`;
}
