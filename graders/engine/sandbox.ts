// The command line of the child: Node's permission model and limits (layer 3), in bubblewrap where there is one (layer 4).
import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { EngineError } from "./errors.ts";

export interface SandboxCommand {
  command: string;
  args: string[];
  /** The layers that hold: what results.json records. */
  layers: string[];
  /** Why the operating system's layer does not hold, and what would change that; absent if it does. */
  weaker?: string;
}

/** V8's heap for a submission, in MiB. Honest answers use a few; the child itself needs about 20. */
const HEAP_MIB = 128;

/**
 * Limits on the child as a whole, set inside bubblewrap: what the heap limit does not count (ArrayBuffers), files,
 * processes (Node itself runs about a dozen threads) and CPU time of a whole submission.
 */
const PROCESS_LIMITS = [
  "--data=900000000",
  "--fsize=0",
  "--core=0",
  "--nofile=64",
  "--nproc=64",
  "--cpu=600",
];

/** Node's arguments for a child that may read its own program and nothing else. */
export function nodeArguments(program: string): string[] {
  return [
    "--permission",
    `--allow-fs-read=${program}`,
    `--max-old-space-size=${HEAP_MIB}`,
    // SES's import filter does not know `import.source(…)`: without the syntax there is nothing to know.
    "--no-js-source-phase-imports",
    "--no-addons",
    "--no-warnings",
    program,
  ];
}

/**
 * How to start a child with the layers that this machine has. Throws EngineError in `strict` mode if the operating
 * system's layer cannot be had.
 */
export function sandboxCommand(program: string, mode: "auto" | "strict" = "auto"): SandboxCommand {
  const layers = ["compile", "ses", "permission"];
  const os = bubblewrap(program);
  if ("command" in os) return { ...os, layers: [...layers, "bwrap"] };
  if (mode === "strict") {
    throw new EngineError(`--sandbox=strict needs bubblewrap, and ${os.reason}. ${os.remedy}`);
  }
  return {
    command: process.execPath,
    args: nodeArguments(program),
    layers,
    weaker: `${os.reason}. ${os.remedy}`,
  };
}

type Bubblewrap = { command: string; args: string[] } | { reason: string; remedy: string };

function bubblewrap(program: string): Bubblewrap {
  if (process.platform !== "linux") {
    return {
      reason: "it exists on Linux only",
      remedy: "Grade strangers' work on Linux, or in a container.",
    };
  }
  const [bwrap, prlimit] = [onPath("bwrap"), onPath("prlimit")];
  if (!bwrap) return { reason: "bwrap is not installed", remedy: "Install the package bubblewrap." };
  const jail = jailArguments(prlimit ? [prlimit] : []);
  const inside = prlimit ? ["/prlimit", ...PROCESS_LIMITS, "/node"] : ["/node"];
  const args = [...jail, "--ro-bind", program, "/child.cjs", "--", ...inside];
  try {
    execFileSync(bwrap, [...args, "--version"], {
      stdio: ["ignore", "ignore", "pipe"],
      env: {},
      timeout: 20_000,
    });
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split("\n")[0];
    return { reason: `bwrap does not work here (${said})`, remedy: "Allow unprivileged user namespaces." };
  }
  return { command: bwrap, args: [...args, ...nodeArguments("/child.cjs")] };
}

/** A file system that holds Node, its libraries and nothing else; no network; own users, processes and host name. */
function jailArguments(tools: string[]): string[] {
  const libraries = new Set([...sharedObjects(), ...tools.flatMap(librariesOf)]);
  return [
    "--unshare-all",
    "--unshare-user",
    "--die-with-parent",
    "--new-session",
    "--clearenv",
    ...["--uid", "65534", "--gid", "65534"],
    ...["--cap-drop", "ALL"],
    ...["--ro-bind", realpathSync(process.execPath), "/node"],
    ...tools.flatMap((tool) => ["--ro-bind", tool, `/${tool.split("/").at(-1)}`]),
    ...[...libraries].sort().flatMap((library) => ["--ro-bind", realpathSync(library), library]),
    ...["--chdir", "/"],
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

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder.startsWith("/"));
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return found && realpathSync(found);
}
