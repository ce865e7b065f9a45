// Small programs that must print the same in the world as on Node, and what Node prints.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ConformanceProgram {
  /** `timers/clear-in-callback` */
  name: string;
  area: string;
  path: string;
  source: string;
}

const FOLDER = join(import.meta.dirname, "programs");
/** What Node printed, by program; `npm run conformance -- --record` makes it. */
export const RECORD = join(import.meta.dirname, "on-node.json");

/** All programs, sorted by name. */
export function conformancePrograms(): ConformanceProgram[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((area) =>
      readdirSync(join(FOLDER, area))
        .sort()
        .map((file) => {
          const path = join(FOLDER, area, file);
          const name = `${area}/${file.replace(/\.\w+$/, "")}`;
          return { name, area, path, source: readFileSync(path, "utf8") };
        }),
    );
}

/** The lines that Node printed, by program. */
export function recordedLines(): Record<string, string[]> {
  return existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, "utf8")) : {};
}
