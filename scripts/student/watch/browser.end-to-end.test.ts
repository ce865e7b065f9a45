// vitest's page, one click away from ours, in a real browser: the failing timeline, an edit, and green without a touch.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium, noChromium } from "../../testing/chromium.ts";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";
import { startWatching, type Watching } from "../../testing/watching.ts";

const skipped = noChromium() !== undefined;
const TITLE = "fetches all three in the time of the slowest";
const wrongAnswer = `export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  console.log("one after the other");
  const all: string[] = [];
  for (const id of [1, 2, 3]) all.push(await fetchApi(id));
  return all;
}
`;

let project: SmallProject;
let watching: Watching;
let browser: Browser;
beforeAll(async () => {
  if (skipped) return;
  project = smallProject();
  project.write("exercises/03-three/three.ts", wrongAnswer);
  watching = startWatching(project.root, "exercises/03");
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await watching?.stop();
  project?.remove();
});

/** Where our page's link leads to. */
async function toVitest(page: Page): Promise<void> {
  const url = await watching.url;
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  const link = page.getByRole("link", { name: "vitest’s page" });
  await page.goto(new URL((await link.getAttribute("href"))!, url).href);
}

/** The words of the picture whose title says this: it is an image, so the page itself has no text of it. */
async function pictureOf(page: Page, title: string): Promise<string> {
  const picture = page.locator(`img[src*="${encodeURIComponent(title)}"]`);
  await picture.waitFor();
  const { src, drawn } = await picture.evaluate((image: any) => ({
    src: image.src as string,
    drawn: image.complete && image.naturalWidth > 0 && image.clientWidth >= 500,
  }));
  expect(drawn).toBe(true);
  return decodeURIComponent(src);
}

test.skipIf(skipped)("03 fails with its timeline, and turns green on a save", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await toVitest(page);
  await page.getByText(TITLE).click();

  await page.getByText("Your function resolved at 3000 ms; expected 1000 ms.").waitFor();
  await page.getByText("One after the other instead of together").waitFor();
  const wrong = await pictureOf(page, "your code resolved at 3000 ms; as it could be resolved at 1000 ms");
  expect(wrong.match(/<g class="ghost">/g)).toHaveLength(1);
  expect(await page.locator("body").innerText()).not.toMatch(
    /graders|\.grader\.ts|node_modules|expectations/,
  );

  project.write("exercises/03-three/three.ts", rightAnswer);
  await page.getByText("The test has passed without any errors").waitFor();
  await page.getByText("PASS (1)").waitFor();
  expect(await pictureOf(page, "your code resolved at 1000 ms")).not.toContain('ghost">');
});

test.skipIf(skipped)("no tab shows the grader", async () => {
  const page = await browser.newPage();
  await toVitest(page);
  await page.getByText(TITLE).click();
  await page.getByText("Module Graph").click();
  await page.getByText("0/0 modules").waitFor();
  await page.getByText("Code", { exact: true }).click();
  await page.getByText('exercise("03-three")').waitFor();
  expect(await page.locator("body").innerText()).not.toMatch(/fulfilled|expect:|scenario/);
});

test.skipIf(skipped)(
  "a page of another server on this machine gets neither files nor the cookie",
  async () => {
    const page = await browser.newPage();
    const { origin, pathname } = new URL(await watching.url);
    await toVitest(page);
    await page.getByText(TITLE).waitFor();
    expect((await page.context().cookies()).map(({ name, httpOnly }) => [name, httpOnly])).toEqual([
      ["vitest-ui-token", true],
    ]);
    const asked: (string | undefined)[] = [];
    const server = createServer(({ headers }, answer) => {
      asked.push(headers.cookie);
      answer.setHeader("Content-Type", "text/html").end("<p>Hello");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (const path of ["/", "/__vitest__/"]) await page.goto(`http://127.0.0.1:${port}${path}`);
    const sources = [
      "/exercises/03-three/three.ts",
      "/@vite/client",
      `${pathname}page.js`,
      `${pathname}vitest/`,
    ];
    const refused = await page.evaluate(
      async ([origin, sources]) => {
        // In the browser, where these are.
        const { document, WebSocket } = globalThis as any;
        const comes = (thing: any, good: string) =>
          new Promise((resolve) => {
            thing[good] = () => resolve("came");
            thing.onerror = () => resolve("refused");
          });
        const scripts = sources.map((path) => {
          const script = Object.assign(document.createElement("script"), { src: origin + path });
          document.body.append(script);
          return comes(script, "onload");
        });
        const socket = new WebSocket(`${origin.replace("http", "ws")}/__vitest_api__?token=guessed`);
        return Promise.all([...scripts, comes(socket, "onopen")]);
      },
      [origin, sources] as const,
    );
    server.close();
    expect(refused).toEqual(["refused", "refused", "refused", "refused", "refused"]);
    expect(new Set(asked)).toEqual(new Set([undefined]));
  },
);
