// What type errors cost, where the teacher asked for that.

/** The points that they take off an exercise of so many, in hundredths. `cost`: percent. */
export function pointsOff(score: number, cost: number): number {
  return Math.round(score * cost) / 100;
}
