// Puts the page into vitest's own server, beside vitest's.
import type { Vite } from "vitest/node";
import type { Page } from "./serve.ts";

/** Vite's plugin; `base`: the page's path. It must stand behind the gate. */
export function pagePlugin(base: string, page: Page): Vite.Plugin {
  return {
    name: "async-dojo:page",
    enforce: "pre",
    configureServer: {
      order: "pre",
      handler({ middlewares }) {
        middlewares.use((asked, answer, next) => {
          const url = asked.originalUrl ?? asked.url ?? "";
          const ours = url.startsWith(base) && page.answers(url.slice(base.length), asked, answer);
          if (!ours) next();
        });
      },
    },
  };
}
