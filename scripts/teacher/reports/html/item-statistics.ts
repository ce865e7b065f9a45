// How a check did in a class: how many pass it, and whether those who pass it do well elsewhere too.

export interface ItemStatistics {
  /** Of how many it could be told: of all whose exercise was there to be graded. */
  graded: number;
  passed: number;
  /**
   * Point-biserial correlation, -1 to 1, of passing the check with the points in everything else. Null where there is
   * none: all pass, none does, or all have the same points in everything else.
   */
  discrimination: number | null;
  /** Where it lies with 99 % confidence (bootstrap, percentiles); null where it cannot be told. */
  interval: readonly [low: number, high: number] | null;
}

/** How often a class is drawn from the class: the outermost two and a half on each side are left out. */
const DRAWS = 500;
const OUTSIDE = 0.005;
/** Below this a correlation tells nothing. */
const FEWEST = 10;

/** Counts a check's results one student at a time. Their order makes no difference. */
export class ItemCounter {
  private readonly passed: number[] = [];
  private readonly failed: number[] = [];

  /** `rest`: the student's points in everything but this check. */
  add(passed: boolean, rest: number): void {
    (passed ? this.passed : this.failed).push(rest);
  }

  get statistics(): ItemStatistics {
    const passed = this.passed.toSorted((a, b) => a - b);
    const failed = this.failed.toSorted((a, b) => a - b);
    const rests = Float64Array.from([...passed, ...failed]);
    const discrimination = correlation(sumsOf(rests, passed.length));
    const known = discrimination !== null && rests.length >= FEWEST;
    return {
      graded: rests.length,
      passed: passed.length,
      discrimination: rounded(discrimination),
      interval: known ? bootstrap(rests, passed.length) : null,
    };
  }
}

interface Sums {
  n: number;
  passed: number;
  rest: number;
  restSquared: number;
  restOfPassed: number;
}

function sumsOf(rests: Float64Array, passed: number): Sums {
  const sums = { n: rests.length, passed, rest: 0, restSquared: 0, restOfPassed: 0 };
  for (const [index, rest] of rests.entries()) {
    sums.rest += rest;
    sums.restSquared += rest * rest;
    if (index < passed) sums.restOfPassed += rest;
  }
  return sums;
}

function correlation({ n, passed, rest, restSquared, restOfPassed }: Sums): number | null {
  // Pearson's correlation; the square of 0 and of 1 is itself.
  const spread = (n * passed - passed ** 2) * (n * restSquared - rest ** 2);
  return spread <= 0 ? null : (n * restOfPassed - passed * rest) / Math.sqrt(spread);
}

/** Draws as many students as there are, each perhaps several times, again and again; the same for the same class. */
function bootstrap(rests: Float64Array, passers: number): [number, number] | null {
  const found: number[] = [];
  const random = lots();
  const n = rests.length;
  for (let draw = 0; draw < DRAWS; draw++) {
    let [passed, rest, restSquared, restOfPassed] = [0, 0, 0, 0];
    for (let student = 0; student < n; student++) {
      const index = Math.floor(random() * n);
      const points = rests[index]!;
      rest += points;
      restSquared += points * points;
      if (index >= passers) continue;
      passed++;
      restOfPassed += points;
    }
    const value = correlation({ n, passed, rest, restSquared, restOfPassed });
    if (value !== null) found.push(value);
  }
  // Where a draw often holds nobody who failed, or who passed, nothing can be said.
  if (found.length < DRAWS * 0.9) return null;
  found.sort((a, b) => a - b);
  const at = (share: number) => found[Math.round(share * (found.length - 1))]!;
  return [rounded(at(OUTSIDE)), rounded(at(1 - OUTSIDE))];
}

/** Numbers from 0 to 1, always the same: mulberry32. */
function lots(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function rounded<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 1000) / 1000) as T;
}

/** What a teacher should look at; `fine` where there is nothing. */
export type ItemFlag = "nobody" | "everybody" | "reversed" | "weak" | "few" | "fine";

/** What handbooks of testing take for the least that a good item should have. */
const WEAK = 0.2;

/**
 * A verdict only where the interval lies outside of what is fine: what one class shows may be chance. `few`: too few were
 * graded to say anything but that all or none passed.
 */
export function flagOf({ graded, passed, interval }: ItemStatistics): ItemFlag {
  if (graded > 0 && passed === 0) return "nobody";
  if (graded > 0 && passed === graded) return "everybody";
  if (graded < FEWEST || interval === null) return "few";
  const [, high] = interval;
  return high < 0 ? "reversed" : high < WEAK ? "weak" : "fine";
}
