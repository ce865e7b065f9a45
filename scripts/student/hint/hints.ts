// The hints of an exercise: the <details> of its README.

export interface Hint {
  /** The summary, without `Hint 1:`. */
  title: string;
  /** Markdown. */
  body: string;
}

/** A README's hints, in their order. Line ends are `\n`. */
export function hintsOf(readme: string): Hint[] {
  const details = readme.matchAll(/^<details[^>]*>\s*<summary>([\s\S]*?)<\/summary>([\s\S]*?)^<\/details>/gm);
  return Array.from(details, ([, summary, body]) => ({
    title: summary!.trim().replace(/^Hint \d+: */i, ""),
    body: body!.trim(),
  }));
}

/** The README without them: what the task is. */
export function withoutHints(readme: string): string {
  return readme.replace(/^<details[\s\S]*?^<\/details>\n?/gm, "");
}
