// The companion on the terminal: ink draws the screen's lines, and hands over the keys.
import { Box, Text, useAnimation, useInput, usePaste, useWindowSize } from "ink";
import { createElement as h, type ReactElement, useSyncExternalStore } from "react";
import { keysOf } from "../step/strokes.ts";
import type { Look } from "../test/exercise-lines.ts";
import type { Companion } from "./companion.ts";
import { screenOf } from "./screen.ts";

export interface AppProps {
  companion: Companion;
  look: Omit<Look, "width">;
}

export function App({ companion, look }: AppProps): ReactElement {
  const state = useSyncExternalStore(companion.subscribe, companion.snapshot);
  const { columns, rows } = useWindowSize();
  const { title, status, rest, extent } = screenOf(state, { columns, rows }, look);
  useInput((input, stroke) => {
    for (const key of keysOf(input, stroke)) companion.press(key, extent);
  });
  // What is pasted is no key: an `r` in it would ask to reset.
  usePaste(() => companion.tell("Pasted text does nothing here: write in your editor."));
  const graded = state.grading.has(state.current);
  const doing = state.points.size === 0 ? "starting" : "grading";
  const lines = rest.map(lineOf);
  return h(
    Box,
    { flexDirection: "column", width: columns, height: rows, overflow: "hidden" },
    h(Line, { text: title }),
    h(Status, { text: status, graded, doing, look }),
    ...lines,
  );
}

function lineOf(text: string, row: number): ReactElement {
  return h(Line, { key: row, text });
}

function Line({ text }: { text: string }): ReactElement {
  return h(Box, { height: 1, flexShrink: 0 }, h(Text, { wrap: "truncate-end" }, text || " "));
}

const FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

interface StatusProps {
  text: string;
  graded: boolean;
  doing: "starting" | "grading";
  look: Omit<Look, "width">;
}

/** While it grades, what was true of the save before stays readable, with a sign that a new verdict comes. */
function Status({ text, graded, doing, look }: StatusProps): ReactElement {
  const { frame, time } = useAnimation({ interval: 100, isActive: graded });
  if (!graded) return h(Line, { text: ` ${text}` });
  const seconds = Math.floor(time / 1000);
  const long = doing === "grading" && seconds >= 2 ? ` ${seconds} s; what never ends is stopped soon` : "";
  const busy = `${FRAMES[frame % FRAMES.length]} ${doing}…${long}`;
  return h(Line, {
    text: ` ${look.paint("cyan", busy)}${text ? `  ${look.paint("dim", "before:")} ${text}` : ""}`,
  });
}
