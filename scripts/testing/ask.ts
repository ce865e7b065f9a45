// Requests as no browser and no `fetch` would send them: any path, byte for byte, with any headers.
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";

export interface Answered {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Asks the server at `origin` for `path`. Resolves to status 0 where it hangs up without an answer. */
export function ask(
  origin: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = "GET",
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const asking = request({ hostname, port, path, method, headers, agent: false });
    asking.on("response", (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text: string) => (body += text));
      answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, body }));
    });
    asking.on("upgrade", ({ headers }, socket) => {
      socket.destroy();
      resolve({ status: 101, headers, body: "" });
    });
    asking.on("error", () => resolve({ status: 0, headers: {}, body: "" }));
    asking.end();
  });
}
