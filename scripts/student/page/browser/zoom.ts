// Which part of a timeline's axis is shown.

/** Virtual ms. */
export interface Stretch {
  from: number;
  to: number;
}

/** No closer than this part of the whole. */
const CLOSEST = 1 / 64;

/** `shown`, longer by this factor, around `at` where that is within it, and never beyond the `whole`. */
export function zoomed(shown: Stretch, whole: Stretch, by: number, at: number | undefined): Stretch {
  const all = whole.to - whole.from;
  const length = Math.max(all * CLOSEST, Math.min(all, (shown.to - shown.from) * by));
  if (length >= all) return whole;
  const within = at !== undefined && at >= shown.from && at <= shown.to;
  const middle = within ? at : (shown.from + shown.to) / 2;
  return moved({ from: middle - length / 2, to: middle + length / 2 }, whole);
}

/** `shown`, moved no farther than it takes to have `at` in it. */
export function inAWindow(shown: Stretch, at: number, whole: Stretch): Stretch {
  if (at >= shown.from && at <= shown.to) return shown;
  const half = (shown.to - shown.from) / 2;
  return moved({ from: at - half, to: at + half }, whole);
}

function moved({ from, to }: Stretch, whole: Stretch): Stretch {
  const by = Math.max(0, whole.from - from) - Math.max(0, to - whole.to);
  return { from: from + by, to: to + by };
}
