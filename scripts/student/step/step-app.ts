// Goes through a run in the terminal: ink draws the lines, and hands over the keys.
import { Box, render, Text, useApp, useInput, useWindowSize } from "ink";
import { createElement as h, type ReactElement, useState } from "react";
import { columnsOf, type Paint } from "../../lib/terminal.ts";
import { afterKey, stepKeys } from "./after-key.ts";
import { headLine, stepLines } from "./step-lines.ts";
import type { Stepped } from "./stepped.ts";
import { keysOf } from "./strokes.ts";

/** Resolves when the student has left; the terminal is as it was then. */
export async function stepInTerminal(stepped: Stepped, paint: Paint): Promise<void> {
  const options = { alternateScreen: true, incrementalRendering: true, interactive: true, exitOnCtrlC: true };
  await render(h(StepApp, { stepped, paint }), options).waitUntilExit();
}

function StepApp({ stepped, paint }: { stepped: Stepped; paint: Paint }): ReactElement {
  const [at, setAt] = useState(0);
  const { columns, rows } = useWindowSize();
  const { exit } = useApp();
  useInput((input, stroke) => {
    for (const key of keysOf(input, stroke)) {
      if (key === "q" || key === "escape") exit();
      else setAt((now) => afterKey(stepped, now, key) ?? now);
    }
  });
  const width = Math.min(columns, 120);
  const lines = [
    headLine(stepped, at, width, paint),
    "",
    ...stepLines(stepped, at, { width, rows: rows - 4, paint }),
    "",
    keysLine([...stepKeys, ["q", "quit"]], width, paint),
  ];
  const drawn = lines
    .slice(0, rows)
    .map((text, row) =>
      h(Box, { key: row, height: 1, flexShrink: 0 }, h(Text, { wrap: "truncate-end" }, text || " ")),
    );
  return h(Box, { flexDirection: "column", width: columns, height: rows, overflow: "hidden" }, ...drawn);
}

function keysLine(keys: readonly [string, string][], width: number, paint: Paint): string {
  const parts: string[] = [];
  let columns = 0;
  for (const [key, does] of keys) {
    columns += columnsOf(`${key} ${does}`) + 2;
    if (columns > width) break;
    parts.push(`${paint("bold", key)} ${paint("dim", does)}`);
  }
  return ` ${parts.join("  ")}`;
}
