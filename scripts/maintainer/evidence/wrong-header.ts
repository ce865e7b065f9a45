// The first line of a wrong answer: which checks it fails, and the misconception that the feedback must name.

export interface WrongHeader {
  /** The check (its id) that the answer is about. */
  check: string;
  misconception: string;
  /** The other checks that it fails. */
  also: string[];
}

export const HEADER_FORM = "// fails: CHECK (misconception-id), or with more checks: …; also: CHECK, CHECK";

/** Reads `// fails: CHECK (misconception-id); also: CHECK, CHECK`; undefined if the first line is anything else. */
export function wrongHeader(text: string): WrongHeader | undefined {
  const form = /^\/\/ fails: ([a-z-]+) \(([a-z0-9-]+)\)(?:; also: ([a-z-]+(?:, [a-z-]+)*))?\s*$/;
  const match = form.exec(text.split("\n")[0]!);
  return match
    ? { check: match[1]!, misconception: match[2]!, also: match[3]?.split(", ") ?? [] }
    : undefined;
}

export function headerLine({ check, misconception, also }: WrongHeader): string {
  return `// fails: ${check} (${misconception})${also.length > 0 ? `; also: ${also.join(", ")}` : ""}`;
}

/** Whether `wrong/NAME.ts` is named after the misconception: `id.ts`, `id.2.ts` or `id-in-another-way.ts`. */
export function namedAfter(file: string, misconception: string): boolean {
  const name = file.split("/").at(-1)!.replace(/\.ts$/, "");
  return (
    name === misconception || name.startsWith(`${misconception}-`) || name.startsWith(`${misconception}.`)
  );
}
