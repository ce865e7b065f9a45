// Percentages as people round them.

/** 13 for 1 of 8. Only the whole is 100. */
export function percentOf(part: number, whole: number): number {
  const rounded = Math.round((100 * part) / whole + 1e-9);
  return rounded >= 100 && part < whole ? 99 : rounded;
}
