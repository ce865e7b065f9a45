// Text in HTML that no script makes: nothing of a stranger's is markup, or steers what shows it.
import { printableLines } from "../../../graders/trace/printable.ts";

/** As an element's text, or within an attribute's quotes. */
export function htmlText(text: string): string {
  return printableLines(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Of a text of ours in which `code` stands between backticks, and names of a stranger's may stand. */
export function htmlProse(text: string): string {
  const parts = text.split(/`([^`\n]+)`/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<code>${htmlText(part)}</code>` : htmlText(part)))
    .join("");
}
