// grade-class.yml: a workflow that grades a class on GitHub, with this very commit of this project.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { shownPath } from "../../lib/paths.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { PackageOptions } from "./arguments.ts";
import { makeFolder, writeWhole } from "./folder.ts";
import type { Packaged } from "./packages.ts";
import { git } from "./tracked-files.ts";

const TEMPLATE = join(import.meta.dirname, "files", "grade-class.yml");

export async function githubWorkflow(
  root: string,
  { out, only, repository }: PackageOptions,
): Promise<Packaged> {
  const facts: Record<string, string> = {
    REPOSITORY: repository ?? (await originOf(root)),
    COMMIT: (await git(root, "rev-parse", "HEAD")).trim(),
    ONLY: only?.join(",") ?? "",
  };
  const onGithub = (await git(root, "branch", "--remotes", "--contains", "HEAD")).trim() !== "";
  const template = await readFile(TEMPLATE, "utf8");
  const text = template.replace(/@([A-Z]+)@/g, (_, name: string) => facts[name]!);
  const folder = join(out, ".github", "workflows");
  const path = join(folder, "grade-class.yml");
  const old = await readFile(path, "utf8").catch(() => undefined);
  if (old !== undefined && old !== text)
    throw new UsageError(
      `"${shownPath(path)}" is there, and is not what would be written. Move it away, or give another folder with --out.`,
    );
  await makeFolder(folder);
  await writeWhole(path, text);
  return {
    path,
    next: [
      "Commit and push it in the repository of your class: it grades submissions/ there on each push.",
      "Actions, Grade the class, Run workflow grades an organization's repositories; its first lines say how.",
    ],
    notes: onGithub
      ? []
      : ["no remote branch here holds this commit: push it, or the workflow cannot check it out"],
  };
}

/** `owner/name` of the remote `origin`. Throws a UsageError if it is not on GitHub. */
async function originOf(root: string): Promise<string> {
  const url = (await git(root, "remote", "get-url", "origin").catch(() => "")).trim();
  const found = /github\.com[/:]([\w.-]+\/[\w.-]+?)(\.git)?\/?$/.exec(url);
  if (found) return found[1]!;
  throw new UsageError(
    "The remote origin is not on GitHub. Say where GitHub finds this project: --repository owner/name",
  );
}
