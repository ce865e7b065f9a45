// From save to what the page of `npm run watch` shows, beside the same save's verdict in the terminal: in a real Chromium.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { launchChromium, noChromium } from "../../../testing/chromium.ts";
import { startWatching } from "../../../testing/watching.ts";
import { makeCopies } from "../copies.ts";
import { type Measurement, sideBySide } from "../measurement.ts";

/** Real ms that pass before a save: nobody saves twice in less. */
const PAUSE = 1000;

/** A wrong answer of which no verdict is kept: it has a ghost, and lines to be marked. */
const answer =
  () => `export async function fetchAllApis<T>(fetchApi: (id: number) => Promise<T>): Promise<T[]> {
  return [await fetchApi(1), await fetchApi(2), await fetchApi(3)];
}
export const round = "${randomUUID()}";
`;

export default {
  about: "from save to the page of npm run watch beside the verdict in the terminal",
  async *measure(rounds) {
    if (noChromium() !== undefined) return;
    const { ours, answer: path, remove } = makeCopies();
    writeFileSync(path, answer());
    const watching = startWatching(ours, "exercises/03");
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(await watching.url);
      await page.locator(".verdict .sum b").waitFor();
      await watching.printed();
      const next = await painted(page);
      let terminal = 0;
      const save = async () => {
        await sleep(PAUSE);
        const [shown, told] = [next(), watching.printed()];
        const begun = performance.now();
        writeFileSync(path, answer());
        const since = () => performance.now() - begun;
        const [onPage, inTerminal] = await Promise.all([shown.then(since), told.then(since)]);
        terminal = inTerminal;
        return onPage;
      };
      const result = await sideBySide(rounds, save, async () => terminal);
      yield { what: "save to page, beside the terminal", ...result };
    } finally {
      await browser.close();
      await watching.stop();
      remove();
    }
  },
} satisfies Measurement;

/** What gives a promise of the next time that the page has painted a verdict. */
async function painted(page: Page): Promise<() => Promise<void>> {
  let shown = () => {};
  await page.exposeFunction("painted", () => shown());
  // In the browser: a frame later it is on the screen.
  await page.evaluate(`new MutationObserver(() => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => painted();
    channel.port2.postMessage(0);
  })).observe(document.querySelector(".columns"), { childList: true })`);
  return () => new Promise((resolve) => (shown = resolve));
}
