// The keys that go through a run, in the terminal and on the page.

/** The keys that go through it, and what each does, for the footer. */
export const stepKeys: [key: string, does: string][] = [
  ["→", "next"],
  ["←", "back"],
  ["↓", "next turn"],
  ["↑", "turn before"],
  ["g G", "start, end"],
];

/** Where one is after a key; undefined if that key does nothing here. */
export function afterKey(
  { happenings }: { happenings: readonly { level: string }[] },
  at: number,
  key: string,
): number | undefined {
  const last = happenings.length - 1;
  const turns = happenings.flatMap(({ level }, index) => (level === "turn" || index === 0 ? [index] : []));
  const places: Record<string, number> = {
    right: at + 1,
    " ": at + 1,
    enter: at + 1,
    left: at - 1,
    b: at - 1,
    down: turns.find((turn) => turn > at) ?? last,
    j: turns.find((turn) => turn > at) ?? last,
    up: turns.findLast((turn) => turn < at) ?? 0,
    k: turns.findLast((turn) => turn < at) ?? 0,
    home: 0,
    g: 0,
    end: last,
    G: last,
  };
  const to = places[key];
  return to === undefined ? undefined : Math.max(0, Math.min(last, to));
}
