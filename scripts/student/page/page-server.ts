// What a page asks for, below its own path: itself, what it shows, and to be told when that changes. Who may ask at all the gate
// decides (gate.ts).
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PageAssets } from "../../lib/bundle-page.ts";
import { explain } from "../../lib/command.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { documentOf, POLICY } from "./document.ts";

/** What one page is about. */
export interface Content {
  page: "watch" | "play";
  /** Where everything stands; sent whole after each change. */
  overview(): object;
  /** Calls back after changes. */
  subscribe(listener: () => void): () => void;
  /** What is at a path; undefined where nothing is. A UsageError says why it cannot be had now. */
  at(path: string): Promise<object | undefined>;
}

export class PageServer {
  private readonly content: Content;
  private readonly assets: () => Promise<PageAssets>;
  private bundled: Promise<PageAssets> | undefined;

  constructor(content: Content, assets: () => Promise<PageAssets>) {
    this.content = content;
    this.assets = assets;
  }

  /** `path`: what follows the page's own. */
  answer(path: string, asked: IncomingMessage, answer: ServerResponse): void {
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("Cache-Control", "no-store");
    if (path === "events") this.stream(asked, answer);
    else
      void this.textAt(path).then(
        (text) => send(answer, text ? 200 : 404, text ?? ["text/plain", "There is no such page.\n"]),
        (error) => {
          // What cannot be had now, and why, is an answer as well.
          const status = error instanceof UsageError ? 200 : 500;
          send(answer, status, json({ refused: explain(error) }));
        },
      );
  }

  private async textAt(path: string): Promise<Text | undefined> {
    if (path === "") return ["text/html", documentOf(this.content.page)];
    if (path === "page.js" || path === "page.css") {
      this.bundled ??= this.assets();
      const { script, style } = await this.bundled;
      return path === "page.js" ? ["text/javascript", script] : ["text/css", style];
    }
    const found = await this.content.at(path);
    return found && json(found);
  }

  /** The overview, and again after each change, as server-sent events. */
  private stream(asked: IncomingMessage, answer: ServerResponse): void {
    answer.writeHead(200, { "Content-Type": "text/event-stream" });
    const tell = () => answer.write(`data: ${JSON.stringify(this.content.overview())}\n\n`);
    const stop = this.content.subscribe(tell);
    asked.once("close", stop);
    answer.once("close", stop);
    tell();
  }
}

type Text = [type: string, text: string];

function json(value: object): Text {
  return ["application/json", JSON.stringify(value)];
}

function send(answer: ServerResponse, status: number, [type, text]: Text): void {
  answer.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
  answer.end(text);
}
