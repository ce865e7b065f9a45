// A zip that is the same, byte for byte, for the same files: on any day and in any time zone.
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { TrackedFile } from "./tracked-files.ts";

/** In the given order. */
export async function zipOf(files: readonly TrackedFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, executable, content } of files) {
    zip.addBuffer(content, path, {
      // A zip's own time has no zone: this is its first day everywhere.
      mtime: new Date(1980, 0, 1),
      forceDosTimestamp: true,
      mode: executable ? 0o100755 : 0o100644,
    });
  }
  const whole = buffer(zip.outputStream);
  zip.end();
  return whole;
}
