// `--page`: the programs as they ran, in the browser, again after each save. A server of its own, behind the same gate as that
// of `npm run watch`.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PlayedPage } from "../play/run.ts";
import { guard } from "./gate.ts";
import { readyAssets } from "./open-page.ts";
import { type Content, PageServer } from "./page-server.ts";
import { playView } from "./play-view.ts";
import { secretBase } from "./secret.ts";
import type { PlayedOverview, PlayView } from "./shapes.ts";

/** If it is taken, any other is. */
const PORT = 51205;

/** `root`: the project's folder. */
export async function playedPage(root: string, title: string): Promise<PlayedPage> {
  const listeners = new Set<() => void>();
  const overview: PlayedOverview = { server: randomUUID(), revision: 0, title, running: true };
  let views: PlayView[] = [];
  const changed = (running: boolean) => {
    overview.revision++;
    overview.running = running;
    for (const listener of listeners) listener();
  };
  const content: Content = {
    page: "play",
    overview: () => overview,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    at: async (path) => (path === "played" ? views : undefined),
  };
  const base = secretBase(root);
  const page = new PageServer(content, readyAssets);
  const server = createServer((asked, answer) => page.answer(asked.url!.slice(base.length), asked, answer));
  guard(server, base);
  const port = await listening(server, PORT).catch(() => listening(server, 0));
  return {
    url: `http://127.0.0.1:${port}${base}`,
    begins: () => changed(true),
    show(groups) {
      views = groups.map(({ title, files }) => playView(title, files));
      changed(false);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
