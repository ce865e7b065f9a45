// A real Chromium for tests of pages, where the machine has one.
import { type Browser, chromium } from "playwright-core";
import { onPath } from "../../graders/engine/sandbox/tools.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Why pages cannot be tried here; undefined if they can. Tests are skipped with it, and it is printed. */
export function noChromium(): string | undefined {
  if (executable() !== undefined) return undefined;
  const reason = `skipped: there is no Chromium on this machine (${NAMES.join(", ")})`;
  console.warn(reason);
  return reason;
}

/** Starts the machine's own Chromium, without a window. Throws if there is none. */
export function launchChromium(): Promise<Browser> {
  const executablePath = executable();
  if (executablePath === undefined) throw new Error("There is no Chromium on this machine.");
  // As root, as in a container, its own sandbox cannot be had; the pages are ours.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

function executable(): string | undefined {
  return NAMES.map(onPath).find((path) => path !== undefined);
}
