// Puts the page into vitest's own server, beside vitest's.
import type { Vite } from "vitest/node";
import type { PageServer } from "./page-server.ts";

/** Vite's plugin; `base`: the page's path. It must stand behind the gate. */
export function pagePlugin(base: string, page: PageServer): Vite.Plugin {
  return {
    name: "async-dojo:page",
    enforce: "pre",
    configureServer: {
      order: "pre",
      handler({ middlewares }) {
        middlewares.use((asked, answer, next) => {
          const url = asked.originalUrl ?? asked.url ?? "";
          const path = url.startsWith(base) ? url.slice(base.length) : undefined;
          // Its own page is vitest's to serve.
          if (path === undefined || path.startsWith("vitest/")) next();
          else page.answer(path, asked, answer);
        });
      },
    },
  };
}
