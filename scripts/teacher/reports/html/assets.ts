// The page's script and style sheet, bundled when a report is written.
import { join } from "node:path";
import { PAGE_STYLE } from "../../../../graders/timeline/svg-style.ts";
import { type Belt, belts } from "../../../lib/belts.ts";
import { bundlePage, type PageAssets } from "../../../lib/bundle-page.ts";

export type Assets = PageAssets;

/** Throws if either could end the element that it stands in. */
export async function pageAssets(): Promise<Assets> {
  const styles = [...belts.map(beltStyle), PAGE_STYLE];
  const { script, style } = await bundlePage(join(import.meta.dirname, "page"), styles);
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error("The page's own script or style would end the element that it stands in.");
  return { script, style };
}

/** A belt's colour, and how to show its columns alone. */
function beltStyle({ name, colour }: Belt): string {
  return `.belt-${name}{--belt:${colour}}.only-${name} .cell:not(.in-${name}){display:none}`;
}
