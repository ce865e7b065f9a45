// The hash that says by what a submission was judged: a result is comparable only with results of the same hash.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

const PACKAGES = [
  "ses",
  "esbuild",
  "acorn",
  "@sinonjs/fake-timers",
  "fast-check",
  "buffer",
  "web-streams-polyfill",
];

/** SHA-256 (hexadecimal) over the names and contents of graders/ (tests and what they use left out) and the packages' versions. */
export function hashOf(root: string): string {
  const hash = createHash("sha256");
  for (const [file, text] of sourceFiles(root)) hash.update(`${file}\0`).update(text).update("\0");
  for (const version of packageVersions(root)) hash.update(`${version}\0`);
  return hash.digest("hex");
}

let own: string | undefined;

/** That of this project, as it was when it was asked first: what is loaded since then stays loaded. */
export function ownHash(): string {
  own ??= hashOf(ROOT);
  return own;
}

/** Names (`graders/kit/grader.ts`) and texts of all that the graders are made of, sorted by folder. */
function sourceFiles(root: string): [name: string, text: string][] {
  return sources(join(root, "graders"), "graders").map((file) => [
    file,
    readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n"),
  ]);
}

/** `ses@2.3.0`… of each package that the graders run on. */
export function packageVersions(root: string): string[] {
  return PACKAGES.map((name) => `${name}@${version(root, name)}`);
}

function sources(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${prefix}/${entry.name}`;
      if (entry.isDirectory())
        return ["testing", "hostile", "conformance"].includes(entry.name)
          ? []
          : sources(join(folder, entry.name), path);
      return /(?<!\.test|\.d)\.ts$|(?<!tsconfig)\.json$/.test(entry.name) ? [path] : [];
    });
}

function version(root: string, name: string): string {
  return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version as string;
}
