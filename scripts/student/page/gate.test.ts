// The server of `npm run watch` as others on the machine, and other pages in the student's browser, find it.
import type { OutgoingHttpHeaders } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask } from "../../testing/ask.ts";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";
import { startWatching, type Watching } from "../../testing/watching.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let project: SmallProject;
let watching: Watching;
let [origin, base, vitest, token, cookie] = ["", "", "", "", ""];

beforeAll(async () => {
  project = smallProject();
  project.write("exercises/03-three/three.ts", rightAnswer);
  watching = startWatching(project.root, "03");
  const address = new URL(await watching.url);
  ({ origin, pathname: base } = address);
  const { vitest: beside } = await overview();
  const page = new URL(beside, address);
  vitest = page.pathname;
  token = page.searchParams.get("token")!;
  const { status, headers } = await ask(origin, `${vitest}?token=${token}`);
  expect([status, headers.location]).toEqual([302, vitest]);
  const [set] = headers["set-cookie"]!;
  expect(set!.split("; ").slice(1).sort()).toEqual([
    "HttpOnly",
    "Max-Age=31536000",
    `Path=${vitest}`,
    "SameSite=Strict",
  ]);
  cookie = set!.split(";")[0]!;
});
afterAll(async () => {
  await watching?.stop();
  project?.remove();
});

/** What the page's stream says first. */
async function overview(): Promise<{ vitest: string }> {
  const stopped = new AbortController();
  const { body } = await fetch(`${origin}${base}events`, { signal: stopped.signal });
  const { value } = await body!.pipeThrough(new TextDecoderStream()).getReader().read();
  stopped.abort();
  return JSON.parse(value!.slice("data: ".length));
}

/** How a request may come: what a browser says for this page, for another one, and what other programs say. */
const ways: Record<string, () => OutgoingHttpHeaders> = {
  "the page itself": () => ({ cookie, "sec-fetch-site": "same-origin" }),
  "the address bar": () => ({ cookie, "sec-fetch-site": "none" }),
  "an old browser": () => ({ cookie }),
  "the page, with its origin": () => ({ cookie, origin }),
  "another user": () => ({}),
  "another user who guesses": () => ({ cookie: "vitest-ui-token=00000000-0000-4000-8000-000000000000" }),
  "a script on another page": () => ({ cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }),
  "a page on another port": () => ({ cookie, "sec-fetch-site": "same-site" }),
  "another origin": () => ({ cookie, origin: "http://evil.example" }),
  "a page of no origin": () => ({ cookie, origin: "null" }),
  "another port's origin": () => ({ cookie, origin: "http://127.0.0.1:8080" }),
  "a name that leads here": () => ({ cookie, host: "evil.example:51204" }),
  "a name that looks like ours": () => ({ cookie, host: "127.0.0.1.evil.example" }),
};
const own = ["the page itself", "the address bar", "an old browser", "the page, with its origin"];
const strangers = ["another user", "another user who guesses"];

async function statuses(path: string): Promise<Record<string, number>> {
  const all = Object.entries(ways).map(async ([way, headers]) => [
    way,
    (await ask(origin, path, headers())).status,
  ]);
  return Object.fromEntries(await Promise.all(all));
}
const expected = (status: (way: string) => number) =>
  Object.fromEntries(Object.keys(ways).map((way) => [way, status(way)]));

test("the page and what it shows go to whoever knows its path, but to no other page", async () => {
  for (const path of [
    "",
    "page.js",
    "page.css",
    "exercise/03-three",
    "compare/03-three",
    "steps/03-three/time",
  ]) {
    const { body } = await ask(origin, base + path);
    expect(body.length, path).toBeGreaterThan(300);
    const right = (way: string) => (own.includes(way) || strangers.includes(way) ? 200 : 403);
    expect(await statuses(base + path), path).toEqual(expected(right));
  }
  for (const path of [
    "exercise/99",
    "exercise/..",
    "exercise/03-three/x/y",
    "steps",
    "hints/03-three",
    "page.ts",
  ])
    expect((await ask(origin, base + path, { origin })).status, path).toBe(404);
});

test("what does something is posted, by the page itself", async () => {
  const hint = `${base}hint/03-three`;
  expect((await ask(origin, hint, { origin })).status).toBe(405);
  const posts = Object.entries(ways).map(async ([way, headers]) => {
    return [way, (await ask(origin, hint, headers(), "POST")).status];
  });
  // The small project's README has no hints, which is said; all others come no farther than the gate.
  const said = (way: string) => (way === "the page, with its origin" ? 200 : 403);
  expect(Object.fromEntries(await Promise.all(posts))).toEqual(expected(said));
});

test("vitest's page and what it is made of are served to it alone", async () => {
  const { body } = await ask(origin, vitest, { cookie });
  const files = [...body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const path of ["", ...files])
    expect(await statuses(vitest + path), path).toEqual(expected((way) => (own.includes(way) ? 200 : 403)));
});

test("nothing else is there, with a token or without", async () => {
  const below = join(project.root, "graders/03-three.ts").slice(1);
  const paths = [
    "/",
    "/__vitest__/",
    "/exercises/03-three/three.ts",
    "/exercises/03-three/three.ts?raw",
    "/exercises/03-three/three.ts?import&url",
    "/exercises/03-three/.grader.ts",
    `/@fs/${below}`,
    `/@fs/${below}?raw`,
    "/@id/__x00__vite",
    "/@vite/client",
    "/@vite/env",
    "/solutions/03-three/three.ts",
    "/node_modules/vitest/package.json",
    "/package.json",
    "/exercises/03-three/three.ts.map",
    "/__open-in-editor?file=package.json",
    "/__open-in-editor/?file=package.json",
    `/__vitest_attachment__?path=${encodeURIComponent(join(project.root, "package.json"))}&contentType=text/plain`,
    "/__vite_ping",
    `${base}../package.json`,
    `${base}..%2fpackage.json`,
    `${base}%2e%2e/package.json`,
    `${base}..\\package.json`,
    `${base}/package.json`,
    `${base}.vitest-secret-token`,
    `${base}?import`,
    `http://127.0.0.1${base}`,
    `/${base}`,
    base.slice(0, -1),
    base.toUpperCase(),
  ];
  const refused = expected((way) => (own.includes(way) || strangers.includes(way) ? 404 : 403));
  for (const path of paths) {
    expect(await statuses(path), path).toEqual(refused);
    const asked = `${path}${path.includes("?") ? "&" : "?"}token=${token}`;
    const { status, body } = await ask(origin, asked, { cookie });
    expect([status, body], asked).toEqual([
      404,
      expect.stringContaining("Open the address that npm run watch"),
    ]);
  }
});

test("the pages are read, never written to", async () => {
  for (const path of [base, vitest, `${base}exercise/03-three`])
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect((await ask(origin, path, { cookie, origin }, method)).status, method).toBe(405);
  expect((await ask(origin, "evil.example:80", { cookie }, "CONNECT")).status).toBe(0);
  expect((await ask(origin, vitest, { expect: "100-continue" })).status).toBe(403);
  const { headers } = await ask(origin, vitest, { cookie, origin });
  expect(headers["access-control-allow-origin"]).toBeUndefined();
  expect(headers).toMatchObject({
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": "frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
  });
});

test("only the page's own socket is opened, with the token", async () => {
  const open = async (path: string, headers: OutgoingHttpHeaders) => {
    const handshake = {
      connection: "upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    };
    return (await ask(origin, path, { ...handshake, ...headers })).status;
  };
  const socket = `/__vitest_api__?token=${token}`;
  const wrong = `/__vitest_api__?token=${"0".repeat(token.length)}`;
  expect(await open(socket, { origin })).toBe(101);
  expect({
    "no origin": await open(socket, {}),
    "another origin": await open(socket, { origin: "http://evil.example" }),
    "another port": await open(socket, { origin: "http://127.0.0.1:8080" }),
    "another page": await open(socket, { origin, "sec-fetch-site": "cross-site" }),
    "another host": await open(socket, { origin: "http://evil.example", host: "evil.example" }),
    "no token": await open("/__vitest_api__", { origin }),
    "a wrong token": await open(wrong, { origin }),
    "Vite's own": await open("/", { origin, "sec-websocket-protocol": "vite-hmr" }),
    "Vite's ping": await open("/", { origin, "sec-websocket-protocol": "vite-ping" }),
  }).toEqual({
    "no origin": 0,
    "another origin": 0,
    "another port": 0,
    "another page": 0,
    "another host": 0,
    "no token": 0,
    "a wrong token": 0,
    "Vite's own": 0,
    "Vite's ping": 0,
  });
});
