// A page's script and style sheet, bundled when they are needed: there is no build step to forget.
import { join } from "node:path";
import { build } from "esbuild";

export interface PageAssets {
  script: string;
  style: string;
}

/** `folder` (absolute) has `main.ts` and `style.css`; `styles`: what is to follow that. */
export async function bundlePage(folder: string, styles: readonly string[] = []): Promise<PageAssets> {
  // What a folder above the project, or the one that one is in, says about TypeScript is not about the page.
  const ours = {
    absWorkingDir: folder,
    tsconfigRaw: "{}",
    logLevel: "silent",
    bundle: true,
    minify: true,
    write: false,
    charset: "ascii",
  } as const;
  const contents = ['@import "./style.css";', ...styles].join("\n");
  const [script, style] = await Promise.all([
    build({
      ...ours,
      entryPoints: [join(folder, "main.ts")],
      format: "iife",
      target: "es2023",
      legalComments: "none",
    }),
    build({ ...ours, stdin: { contents, loader: "css", resolveDir: folder } }),
  ]);
  return { script: script.outputFiles[0]!.text.trim(), style: style.outputFiles[0]!.text.trim() };
}
