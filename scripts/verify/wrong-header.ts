// The first line of a wrong answer: which check it fails, and the misconception that the feedback must name.

export interface WrongHeader {
  /** The check's id. */
  check: string;
  misconception: string;
}

/** Reads `// fails: CHECK (misconception-id)`; undefined if the first line is anything else. */
export function wrongHeader(text: string): WrongHeader | undefined {
  const match = /^\/\/ fails: ([a-z-]+) \(([a-z0-9-]+)\)\s*$/.exec(text.split("\n")[0]!);
  return match ? { check: match[1]!, misconception: match[2]! } : undefined;
}

/** Whether `wrong/NAME.ts` is named after the misconception: `id.ts`, `id.2.ts` or `id-in-another-way.ts`. */
export function namedAfter(file: string, misconception: string): boolean {
  const name = file.split("/").at(-1)!.replace(/\.ts$/, "");
  return (
    name === misconception || name.startsWith(`${misconception}-`) || name.startsWith(`${misconception}.`)
  );
}
