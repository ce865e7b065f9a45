// JSON for other programs, that may as well be looked at: what is shown of it steers nothing.
import { printableJson } from "../../../graders/trace/printable.ts";

/** The value's JSON, two blanks a level (or `indent`), without a line end. It parses to what JSON.stringify's does. */
export function jsonText(value: unknown, indent = 2): string {
  return printableJson(JSON.stringify(value, null, indent));
}
