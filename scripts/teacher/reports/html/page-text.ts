// report/index.html as text: one file that needs no other, in pieces, so that no class is held in memory as a whole.
import { createHash } from "node:crypto";
import type { ClassReport } from "../../class-report.ts";
import { jsonText } from "../json-text.ts";
import type { Assets } from "./assets.ts";
import { Collector } from "./collect.ts";

/** The page in pieces. Same report, same bytes. */
export function* pageText(report: ClassReport, { script, style }: Assets): Generator<string> {
  yield head(script, style);
  const collector = new Collector(report);
  for (const student of report.students()) {
    collector.add(student);
    yield collector.chunks.take({ all: false });
  }
  const data = collector.finish();
  yield collector.chunks.take({ all: true });
  yield `<script type="application/json" id="class">${dataText(data)}</script>\n`;
  yield `<script>${script}</script>\n</body>\n</html>\n`;
}

/**
 * JSON that can stand in a script element: with no `<` in it nothing ends the element or begins a comment, whatever a
 * submission's or roster's text says.
 */
export function dataText(data: unknown): string {
  return jsonText(data, 0).replaceAll("<", "\\u003c");
}

function head(script: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Class report · Async Dojo</title>
<style>${style}</style>
</head>
<body>
<noscript>This report is drawn by a script of its own. Allow scripts for this file, or read results.json.</noscript>
`;
}

/**
 * Nothing is loaded, only this one script runs, and it cannot make markup of text (`require-trusted-types-for`). Styles
 * are this one sheet, and properties that the script sets.
 */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${source(script)}`,
    `style-src ${source(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function source(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
