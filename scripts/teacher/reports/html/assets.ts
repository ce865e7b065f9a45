// The page's script and style sheet, bundled when a report is written: there is no build step to forget.
import { join } from "node:path";
import { build } from "esbuild";
import { PAGE_STYLE } from "../../../../graders/timeline/svg-style.ts";
import { type Belt, belts } from "../../../lib/belts.ts";

export interface Assets {
  script: string;
  style: string;
}

const PAGE = join(import.meta.dirname, "page");

/** For each build: what a folder above the project, or the one that one is in, says about TypeScript is not about the page. */
const OURS = { absWorkingDir: PAGE, tsconfigRaw: "{}", logLevel: "silent" } as const;

/** Throws if either could end the element that it stands in. */
export async function pageAssets(): Promise<Assets> {
  const [script, style] = await Promise.all([bundledScript(), bundledStyle()]);
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error("The page's own script or style would end the element that it stands in.");
  return { script, style };
}

async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PAGE, "main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2023",
    charset: "ascii",
    legalComments: "none",
    ...OURS,
  });
  return outputFiles[0]!.text.trim();
}

async function bundledStyle(): Promise<string> {
  const contents = ['@import "./style.css";', ...belts.map(beltStyle), PAGE_STYLE].join("\n");
  const { outputFiles } = await build({
    stdin: { contents, loader: "css", resolveDir: PAGE },
    bundle: true,
    minify: true,
    write: false,
    charset: "ascii",
    ...OURS,
  });
  return outputFiles[0]!.text.trim();
}

/** A belt's colour, and how to show its columns alone. */
function beltStyle({ name, colour }: Belt): string {
  return `.belt-${name}{--belt:${colour}}.only-${name} .cell:not(.in-${name}){display:none}`;
}
