// Who gets what from the server of `npm run watch`: the student's page what it is made of, and nobody anything else.
// Vite would serve every source file of the project, and start an editor, for whoever reaches the port.
import type { IncomingHttpHeaders, IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Vite } from "vitest/node";

/** Only this machine under its own names: a name that somebody else gives it (DNS rebinding) is none of them. */
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;
/** Names without `..`, `%`, or a dot at their beginning. */
const FILE = /^([\w-]+\/)*([\w-]+(\.[\w-]+)*)?(\?token=[\w-]*)?$/;
/** What our page may have done: a hint further, and the file in the student's editor. */
const DONE = /^(hint|open)\/[\w-]+(\/\d{1,6})?$/;
/** vitest's socket, over which the page gets results; vitest itself asks for the right token. */
const SOCKET = /^\/__vitest_api__\?token=[\w-]+$/;

const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
const REMEDY = "Open the address that npm run watch printed: copy it into the address bar.\n";

export interface Asked {
  method?: string | undefined;
  /** As it came: not decoded, nothing resolved. */
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** Whether a browser asks for a page of ours, or another program that says nothing of any page. */
function fromOwnPage({ headers }: Asked): boolean {
  const { host = "", origin, "sec-fetch-site": site = "none" } = headers;
  return (
    OWN_HOST.test(host) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === "same-origin" || site === "none")
  );
}

/** The status with which a request is refused; undefined if it is the page's own, below `base`. */
export function refusal(asked: Asked, base: string): 403 | 404 | 405 | undefined {
  const { method = "", url = "" } = asked;
  if (!fromOwnPage(asked)) return 403;
  const path = url.slice(base.length);
  if (!url.startsWith(base) || !FILE.test(path)) return 404;
  if (method === "GET" || method === "HEAD") return DONE.test(path) ? 405 : undefined;
  if (method !== "POST" || !DONE.test(path)) return 405;
  // Of what does something browsers always tell whose page asks for it.
  return asked.headers.origin === undefined ? 403 : undefined;
}

/** Whether the connection may become a socket. Browsers always tell whose page opens one. */
export function maySpeak(asked: Asked): boolean {
  return asked.headers.origin !== undefined && fromOwnPage(asked) && SOCKET.test(asked.url ?? "");
}

/** Stands in front of the whole server: of what is refused no listener hears, whoever added it, and whenever. */
export function guard(server: Pick<Server, "emit">, base: string): void {
  const emit = server.emit.bind(server) as (event: string, ...args: unknown[]) => boolean;
  server.emit = (event: string, ...args: any[]) => {
    const [asked, answer] = args as [IncomingMessage, any];
    switch (event) {
      case "request":
      case "checkContinue":
      case "checkExpectation": {
        for (const [name, value] of Object.entries(HEADERS)) answer.setHeader(name, value);
        const status = refusal(asked, base);
        if (status === undefined) return emit("request", ...args);
        answer.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
        answer.end(REMEDY);
        return true;
      }
      case "connect":
      case "upgrade":
        if (event === "upgrade" && maySpeak(asked)) return emit(event, ...args);
        (answer as Duplex).destroy();
        return true;
      default:
        return emit(event, ...args);
    }
  };
}

/** Vite's plugin that guards its server. */
export function gate(base: string): Vite.Plugin {
  return {
    name: "async-dojo:gate",
    enforce: "pre",
    configureServer: {
      order: "pre",
      handler({ httpServer }) {
        if (httpServer) guard(httpServer as Server, base);
      },
    },
  };
}
