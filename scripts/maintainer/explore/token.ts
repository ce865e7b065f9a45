// A token that replays one schedule: `14.1-3f9c0a12-…`, of which the last part is the check, the input and the choices.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Plain } from "../../../graders/trace/plain.ts";
import { UsageError } from "../../lib/usage-error.ts";

const FORMAT = 1;

/** What is played again. */
export interface Replay {
  /** Of the exercise: `14`. */
  number: string;
  /** The first eight characters of the graders' hash with which it was found. */
  graders: string;
  check: string;
  input: Plain;
  choices: number[];
  gaps: number;
}

export function tokenOf({ number, graders, check, input, choices, gaps }: Replay): string {
  const packed = deflateRawSync(JSON.stringify([check, input, choices, gaps])).toString("base64url");
  return `${number}.${FORMAT}-${graders}-${packed}`;
}

/** Throws a UsageError on what is no token, or one of another format. */
export function replayOf(token: string): Replay {
  const parts = /^(\d\d)\.(\d+)-([0-9a-f]{8})-([\w-]+)$/.exec(token.trim());
  if (!parts) throw new UsageError(`"${token}" is no token. Copy it whole: it looks like 14.1-3f9c0a12-…`);
  const [, number, format, graders, packed] = parts as unknown as [string, string, string, string, string];
  if (Number(format) !== FORMAT)
    throw new UsageError(
      `This token has format ${format}, and this version knows format ${FORMAT}. Explore again.`,
    );
  try {
    const [check, input, choices, gaps] = JSON.parse(
      inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: 1024 * 1024 }).toString("utf8"),
    );
    if (typeof check === "string" && Array.isArray(choices) && choices.every(isWhole) && isWhole(gaps))
      return { number, graders, check, input, choices, gaps };
  } catch {
    // Said below.
  }
  throw new UsageError("This token is damaged. Copy it whole, from the first digit to the last letter.");
}

const isWhole = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
