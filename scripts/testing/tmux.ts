// A real terminal for tests: a program in tmux, its keys and its screen. What waits here waits for text, never for time.
import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";

/** Why tests that need tmux cannot run here; undefined if they can. */
export const withoutTmux: string | undefined =
  spawnSync("tmux", ["-V"]).status === 0 ? undefined : "tmux is not installed (apt-get install tmux)";

export interface TerminalOptions {
  /** A command of sh. */
  command: string;
  cwd: string;
  env: NodeJS.ProcessEnv;
  columns: number;
  rows: number;
}

/** Real ms: long enough for a busy machine; only a test that fails waits for it. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 40;

export class Terminal {
  private readonly socket = `async-dojo-${randomUUID()}`;
  private readonly env: NodeJS.ProcessEnv;

  constructor({ command, cwd, env, columns, rows }: TerminalOptions) {
    const { TMUX: _, ...rest } = env;
    this.env = rest;
    const size = ["-x", String(columns), "-y", String(rows)];
    this.tmux("-f", "/dev/null", "new-session", "-d", "-s", "test", "-c", cwd, ...size, "sh", "-c", command);
  }

  /** tmux's names of keys (`Enter`, `C-c`, `Down`), or characters. */
  press(...keys: string[]): void {
    this.tmux("send-keys", "-t", "test", ...keys);
  }

  paste(text: string): void {
    this.tmux("set-buffer", text);
    this.tmux("paste-buffer", "-p", "-t", "test");
  }

  resize(columns: number, rows: number): void {
    this.tmux("resize-window", "-t", "test", "-x", String(columns), "-y", String(rows));
  }

  /** The screen's lines, without blanks at their ends. */
  get screen(): string[] {
    return this.tmux("capture-pane", "-p", "-t", "test").replace(/\n$/, "").split("\n");
  }

  /** What tmux knows, such as `alternate_on` and `pane_pid`. */
  fact(name: string): string {
    return this.tmux("display-message", "-p", "-t", "test", `#{${name}}`).trim();
  }

  /** Resolves to the screen as soon as all of these are on it, and `not` nowhere. Rejects with the screen if they never are. */
  async shows(wanted: (string | RegExp)[], not?: string | RegExp): Promise<string[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const screen = this.screen;
      const text = screen.join("\n");
      const has = (each: string | RegExp) =>
        typeof each === "string" ? text.includes(each) : each.test(text);
      if (wanted.every(has) && !(not !== undefined && has(not))) return screen;
      if (Date.now() > deadline) throw new Error(`Not on the screen: ${wanted.join(", ")}\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  close(): void {
    spawnSync("tmux", ["-L", this.socket, "kill-server"], { env: this.env });
  }

  private tmux(...args: string[]): string {
    return execFileSync("tmux", ["-L", this.socket, ...args], { env: this.env, encoding: "utf8" });
  }
}
