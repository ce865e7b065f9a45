// What is said where nothing waits: that is not yet the end.

/** `at`: the event that one is at, from 0, of `count`. */
export function nothingWaits(at: number, count: number): string {
  return at >= count - 1 ? "nothing: the run is over" : "nothing: the program itself runs";
}
