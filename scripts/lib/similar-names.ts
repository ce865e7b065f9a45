// What somebody may have meant who wrote a name that there is not.

const MOST = 3;

/** The exercises (ids) and other names that are like `text`: it is a part of them, their number, or a slip away. */
export function similarNames(text: string, ids: readonly string[], others: readonly string[]): string[] {
  const wanted = text.toLowerCase();
  if (wanted.length < 3) return [];
  const isLike = (name: string) => name.includes(wanted) || distance(wanted, name) <= 2;
  const number = /^(\d{2})-[a-z]/.exec(wanted)?.[1];
  const found = ids.filter((id) => isLike(id) || isLike(id.slice(3)) || id.slice(0, 2) === number);
  return [...found, ...others.filter(isLike)].slice(0, MOST);
}

/** How many letters must be put in, taken out or changed to make one text of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at++) {
      const change = row[at]! + (other[at] === letter ? 0 : 1);
      next.push(Math.min(change, row[at + 1]! + 1, next[at]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
