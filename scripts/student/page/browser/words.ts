// How the page says numbers.

/** `1500 ms`, virtual; parts of a ms only where there are any. */
export function msText(ms: number): string {
  return `${Math.round(ms * 1000) / 1000} ms`;
}

/** `1 check`, `2 checks`. */
export function plural(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
