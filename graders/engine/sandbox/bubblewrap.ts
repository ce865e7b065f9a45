// Layer 4: bubblewrap, which gives a child nothing of the machine but Node itself.
import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { PROCESS_LIMITS } from "./process-limits.ts";
import { onPath, whyNot } from "./tools.ts";

/** How to start Node in a jail: its own arguments follow `args`. Or why there is none, and what would change that. */
export type Jail = { command: string; args: string[]; program: string } | { reason: string; remedy: string };

/** A jail in which the folder of the file `program` can be read (that file as `Jail.program`) and nothing else. */
export function bubblewrap(program: string): Jail {
  if (process.platform !== "linux") {
    return {
      reason: "it exists on Linux only",
      remedy: "Grade strangers' work on Linux, or in a container.",
    };
  }
  const [bwrap, prlimit] = [onPath("bwrap"), onPath("prlimit")];
  if (!bwrap) return { reason: "bwrap is not installed", remedy: "Install the package bubblewrap." };
  const inside = prlimit ? ["/prlimit", ...PROCESS_LIMITS, "--nproc=64", "/node"] : ["/node"];
  const args = [...jailArguments(program, prlimit ? [prlimit] : []), "--", ...inside];
  const said = whyNot(bwrap, [...args, "--version"]);
  if (said !== undefined) {
    return { reason: `bwrap does not work here (${said})`, remedy: "Allow unprivileged user namespaces." };
  }
  return { command: bwrap, args, program: `/child/${basename(program)}` };
}

/** A file system that holds Node, its libraries and nothing else; no network; own users, processes and host name. */
function jailArguments(program: string, tools: string[]): string[] {
  const libraries = new Set([...sharedObjects(), ...tools.flatMap(librariesOf)]);
  return [
    "--unshare-all",
    "--unshare-user",
    "--die-with-parent",
    "--new-session",
    "--clearenv",
    ...["--uid", "65534", "--gid", "65534"],
    ...["--cap-drop", "ALL"],
    ...["--ro-bind", dirname(program), "/child"],
    ...["--ro-bind", realpathSync(process.execPath), "/node"],
    ...tools.flatMap((tool) => ["--ro-bind", tool, `/${tool.split("/").at(-1)}`]),
    ...[...libraries].sort().flatMap((library) => ["--ro-bind", realpathSync(library), library]),
    // Its root is a file system in memory, which must not be written to either.
    ...["--remount-ro", "/", "--chdir", "/"],
  ];
}

/** The libraries that this very Node has loaded, the dynamic linker included. */
function sharedObjects(): string[] {
  const report = process.report.getReport() as unknown as { sharedObjects: string[] };
  return report.sharedObjects.filter(
    (path) => path.startsWith("/") && existsSync(path) && !path.endsWith(".node"),
  );
}

function librariesOf(tool: string): string[] {
  try {
    const listed = execFileSync("ldd", [tool], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return (listed.match(/\/\S+/g) ?? []).filter((path) => existsSync(path));
  } catch {
    return [];
  }
}
