// npm run play [FILE.ts | P7 | 03]: runs TypeScript on the virtual clock. Usage: npm run play -- --help

import { enableCompileCache } from "node:module";
import { dirname } from "node:path";

// Before all that is ours is loaded: that is a good part of the wait.
enableCompileCache();
// React's own checks of how it is used take time on each redraw.
process.env.NODE_ENV ??= "production";

const { command } = await import("./student/play/command.ts");
await command(dirname(import.meta.dirname), async (root, title) => {
  const { playedPage } = await import("./student/page/played-page.ts");
  return playedPage(root, title);
});
