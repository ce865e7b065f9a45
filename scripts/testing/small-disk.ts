// Small disks of a test's own, to be full.
import { execFileSync } from "node:child_process";

/** Whether `unshare -rm` and `mount -t tmpfs` work here: on Linux, where unprivileged user namespaces are allowed. */
export function canMount(): boolean {
  try {
    execFileSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
