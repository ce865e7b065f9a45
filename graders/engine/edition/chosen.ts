// The inputs that were chosen for an exercise's checks: graders/catalogue/inputs/NN-slug.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../errors.ts";
import type { ChosenInputs } from "../inputs.ts";
import { GRADERS } from "./bundle.ts";

/** The file's text, with line ends as `\n`; undefined if nothing was chosen. `folder`: graders/. */
export function chosenText(id: string, folder = GRADERS): string | undefined {
  try {
    return readFileSync(join(folder, "catalogue", "inputs", `${id}.json`), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}

/** What is chosen for the exercise `id`; empty if nothing is. Throws EngineError if it cannot be understood. */
export function readChosen(id: string, folder = GRADERS): ChosenInputs {
  const text = chosenText(id, folder) ?? "{}";
  try {
    const chosen = JSON.parse(text) as ChosenInputs;
    const origins = Object.values(chosen).flatMap((inputs) => Object.keys(inputs));
    if (origins.every((origin) => /^\d+:\d+$/.test(origin))) return chosen;
  } catch {}
  throw new EngineError(
    `graders/catalogue/inputs/${id}.json is damaged. Get it back: git checkout graders/catalogue`,
  );
}
