// The seven belts: which exercises belong together, and how a belt is shown.

export interface Belt {
  name: string;
  /** A CSS colour that reads on light and on dark ground. */
  colour: string;
  /** Number of its first exercise. */
  first: number;
  /** Number of its last exercise, included. */
  last: number;
}

const size = 5;

export const belts: Belt[] = [
  { name: "white", colour: "#9aa0a6" },
  { name: "yellow", colour: "#d4a300" },
  { name: "orange", colour: "#e07b00" },
  { name: "green", colour: "#2e9e4f" },
  { name: "blue", colour: "#2f74d0" },
  { name: "brown", colour: "#9a6238" },
  { name: "black", colour: "#5f6368" },
].map((belt, index) => ({ ...belt, first: index * size + 1, last: (index + 1) * size }));

/** The belt of an exercise (`03-three-apis`); undefined for a number beyond the last belt. */
export function beltOf(exerciseId: string): Belt | undefined {
  const number = Number.parseInt(exerciseId, 10);
  return belts.find(({ first, last }) => first <= number && number <= last);
}
