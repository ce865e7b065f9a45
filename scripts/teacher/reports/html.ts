// index.html: the page that a teacher looks at. One self-contained file; see html/page-text.ts.
import type { ClassReport } from "../class-report.ts";
import type { Format } from "./formats.ts";
import { writeReport } from "./write-report.ts";

export const html: Format = {
  name: "html",
  about: "a page to look at: the class, its checks, its misconceptions, each student",
  files: ["index.html"],
  write: writeHtml,
};

/** Replaces `index.html` in `folder` (absolute, and there) in one step, reading one student at a time. */
export async function writeHtml(report: ClassReport, folder: string): Promise<void> {
  const [{ pageAssets }, { pageText }] = await Promise.all([
    import("./html/assets.ts"),
    import("./html/page-text.ts"),
  ]);
  await writeReport(folder, "index.html", pageText(report, await pageAssets()));
}
