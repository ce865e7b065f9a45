// Stand-ins for process.stdout and process.stderr that keep what is written to them.
import { Writable } from "node:stream";
import type { Output } from "../lib/terminal.ts";

export interface KeptOutput extends Writable, Omit<Output, keyof Writable> {
  text: string;
}

/** `columns`: it is a terminal that wide, with colours; without it is none. */
export function keptOutput(columns?: number): KeptOutput {
  const output: KeptOutput = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        output.text += chunk;
        done();
      },
    }),
    { text: "" },
    columns && { isTTY: true, columns, getColorDepth: () => 8 },
  );
  return output;
}
