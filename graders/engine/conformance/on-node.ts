// Runs programs on Node itself, in real time.
import { spawn } from "node:child_process";

/**
 * The lines that a file prints when the Node that runs this runs it, standard error among them. Throws if it does not
 * end well, which no program of the suite may.
 */
export function linesOnNode(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", 'exec "$0" "$1" 2>&1', process.execPath, path], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { TZ: "UTC", LANG: "en_US.UTF-8", NO_COLOR: "1" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.on("close", (code) => {
      // A warning names the process, and says how to learn more.
      const text = output
        .replace(/^\(Use `node --trace-warnings.*\n/gm, "")
        .replace(/^\(node:\d+\)/gm, "(node)");
      if (code === 0) resolve(text.replace(/\n$/, "").split("\n"));
      else reject(new Error(`${path} ends with ${code} on Node:\n${output}`));
    });
  });
}
