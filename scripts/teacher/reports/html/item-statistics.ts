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
}

/** Counts a check's results one student at a time. Sums of whole points are exact, so the order does not matter. */
export class ItemCounter {
  private graded = 0;
  private passed = 0;
  private rest = 0;
  private restSquared = 0;
  private restOfPassed = 0;

  /** `rest`: the student's points in everything but this check. */
  add(passed: boolean, rest: number): void {
    this.graded += 1;
    this.rest += rest;
    this.restSquared += rest * rest;
    if (!passed) return;
    this.passed += 1;
    this.restOfPassed += rest;
  }

  get statistics(): ItemStatistics {
    const { graded, passed } = this;
    return { graded, passed, discrimination: this.discrimination };
  }

  private get discrimination(): number | null {
    const { graded: n, passed, rest, restSquared, restOfPassed } = this;
    // Pearson's correlation; the square of 0 and of 1 is itself.
    const spread = (n * passed - passed ** 2) * (n * restSquared - rest ** 2);
    if (spread <= 0) return null;
    const correlation = (n * restOfPassed - passed * rest) / Math.sqrt(spread);
    return Math.round(correlation * 1000) / 1000;
  }
}

/** What a teacher should look at; `fine` where there is nothing. */
export type ItemFlag = "nobody" | "everybody" | "reversed" | "weak" | "few" | "fine";

/** Below this a correlation tells nothing. */
const FEWEST = 10;
/** What handbooks of testing take for the least that a good item should have. */
const WEAK = 0.2;

/** `few`: too few were graded to say anything but that all or none passed. */
export function flagOf({ graded, passed, discrimination }: ItemStatistics): ItemFlag {
  if (graded > 0 && passed === 0) return "nobody";
  if (graded > 0 && passed === graded) return "everybody";
  if (graded < FEWEST) return "few";
  if (discrimination === null) return "weak";
  return discrimination < 0 ? "reversed" : discrimination < WEAK ? "weak" : "fine";
}
