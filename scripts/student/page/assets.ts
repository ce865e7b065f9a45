// The page's script and style sheet. A student edition has them ready-made: see scripts/maintainer/handout/code.ts.
import { join } from "node:path";
import { PAGE_STYLE } from "../../../graders/timeline/svg-style.ts";
import { belts } from "../../lib/belts.ts";
import { bundlePage, type PageAssets } from "../../lib/bundle-page.ts";

export function pageAssets(): Promise<PageAssets> {
  const colours = belts.map(({ name, colour }) => `.belt-${name}{--belt:${colour}}`);
  return bundlePage(join(import.meta.dirname, "browser"), [PAGE_STYLE, ...colours]);
}
