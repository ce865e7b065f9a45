// On what was measured: figures of another machine are no figures of this one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** One line; the load is the system's mean over the last minute: above 0.3 a core, others disturb the figures. */
export function machineLine(): string {
  const all = cpus();
  const vitest = createRequire(import.meta.url).resolve("vitest/package.json");
  const { version } = JSON.parse(readFileSync(vitest, "utf8")) as { version: string };
  const parts = [
    `${all.length} × ${all[0]?.model.trim() || "processor"}`,
    `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `vitest ${version}`,
    `load ${loadavg()[0]!.toFixed(1)}`,
  ];
  return parts.join(", ");
}
