// Names in a sentence: not more of them than one reads.

const NAMES_AT_MOST = 8;

/** The first few names, and how many more there are: of `count`, where not all of them are given. */
export function listed(names: readonly string[], count = names.length): string {
  const shown = names.slice(0, NAMES_AT_MOST);
  const rest = count - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
