// gradescope-autograder.zip: this clone, with the two scripts that Gradescope starts at its root.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageOptions } from "./arguments.ts";
import { makeFolder, writeWhole } from "./folder.ts";
import type { Packaged } from "./packages.ts";
import { type TrackedFile, trackedFiles, uncommitted } from "./tracked-files.ts";
import { zipOf } from "./zip.ts";

const FILES = join(import.meta.dirname, "files");

/** The npm that setup.sh installs where there is none: `npm view npm@VERSION dist.integrity`. */
const NPM = {
  version: "11.21.2",
  integrity:
    "sha512-7HPApk+AflMUavSseL1Pm6CnYqMIHk53x+KmuhqmTDqPkjPMgxIpTPcTqsE91EKNw4gFBJV9fnXiSdGm1DXq9A==",
};

export async function gradescopeZip(root: string, { out, only }: PackageOptions): Promise<Packaged> {
  const files = await trackedFiles(root);
  const zip = await zipOf([...(await scripts(files, only)), ...files]);
  const path = join(out, "gradescope-autograder.zip");
  await makeFolder(out);
  await writeWhole(path, zip);
  const { changed, unknown } = await uncommitted(root);
  return {
    path,
    next: [
      "Upload it: Configure Autograder, Ubuntu 22.04 or later. Its first build takes some minutes.",
      "Under Autograder Settings give it 20 minutes and 1.5 GB: hostile submissions may use up time and memory.",
    ],
    notes: [
      ...(changed.length > 0 ? [`not committed, and in it as it is now: ${changed.join(", ")}`] : []),
      ...(unknown.length > 0 ? [`unknown to git, and not in it: ${unknown.join(", ")}`] : []),
    ],
  };
}

/** setup.sh and run_autograder. `only`: ids of the exercises that are graded. */
export async function scripts(
  files: readonly TrackedFile[],
  only?: readonly string[],
): Promise<TrackedFile[]> {
  const lock = JSON.parse(String(files.find(({ path }) => path === "package-lock.json")!.content)) as {
    packages: Record<string, { version: string; integrity: string }>;
  };
  const [x64, arm64] = ["x64", "arm64"].map((arch) => lock.packages[`node_modules/node-linux-${arch}`]!);
  const facts: Record<string, string> = {
    NODE_VERSION: x64!.version,
    NODE_X64_SHA512: hex(x64!.integrity),
    NODE_ARM64_SHA512: hex(arm64!.integrity),
    NPM_VERSION: NPM.version,
    NPM_SHA512: hex(NPM.integrity),
    ONLY: only?.join(",") ?? "",
  };
  const made = ["run_autograder", "setup.sh"].map(async (path) => {
    const text = await readFile(join(FILES, path), "utf8");
    const filled = text.replace(/@([A-Z0-9_]+)@/g, (_, name: string) => facts[name]!);
    return { path, executable: true, content: Buffer.from(filled) };
  });
  return Promise.all(made);
}

/** npm's `sha512-BASE64` as sha512sum takes it. */
function hex(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex");
}
