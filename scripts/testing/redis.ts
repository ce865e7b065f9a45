// A Redis server of a test's own, where the machine has one: it can be killed, started again, and reached through a way that
// can be cut.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket, connect as socketTo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { onPath } from "../../graders/engine/sandbox/tools.ts";

/** Why tests that need a Redis server cannot run here; undefined if they can. Tests are skipped with it, and it is printed. */
export function noRedis(): string | undefined {
  const missing = ["redis-server", "openssl"].filter((command) => onPath(command) === undefined);
  if (missing.length === 0) return undefined;
  const reason = `skipped: ${missing.join(" and ")} is not on this machine (apt-get install redis-server openssl)`;
  console.warn(reason);
  return reason;
}

export interface ServerOptions {
  /** Lines of its configuration. */
  config?: string[];
  /** Encrypts with a certificate of its own, in `certificate`. */
  tls?: boolean;
}

export class RedisServer {
  readonly port: number;
  readonly tls: boolean;
  /** The path of its certificate's file. */
  readonly certificate: string;
  private readonly folder: string;
  private process: ChildProcess | undefined;

  private constructor(folder: string, port: number, tls: boolean) {
    this.folder = folder;
    this.port = port;
    this.tls = tls;
    this.certificate = join(folder, "certificate.pem");
  }

  static async start({ config = [], tls = false }: ServerOptions = {}): Promise<RedisServer> {
    const folder = mkdtempSync(join(tmpdir(), "async-dojo-redis-"));
    const server = new RedisServer(folder, await freePort(), tls);
    const ports = tls ? [`tls-port ${server.port}`, "port 0", ...certified(folder)] : [`port ${server.port}`];
    const lines = [
      "bind 127.0.0.1",
      `dir ${folder}`,
      'save ""',
      "maxmemory-policy noeviction",
      ...ports,
      ...config,
    ];
    writeFileSync(join(folder, "redis.conf"), `${lines.join("\n")}\n`);
    await server.begin();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.process!.pid!;
  }

  /** Starts it, after it was killed; resolves when it takes connections. */
  async begin(): Promise<void> {
    this.process = spawn("redis-server", [join(this.folder, "redis.conf")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { stdout } = this.process;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      stdout!.on("data", (chunk) => {
        said += chunk;
        if (said.includes("Ready to accept connections")) resolve();
      });
      this.process!.once("close", () => reject(new Error(`redis-server ended:\n${said}`)));
    });
  }

  /** As `kill -9` does. */
  async kill(): Promise<void> {
    const { process } = this;
    this.process = undefined;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    await new Promise((resolve) => {
      process.once("close", resolve);
      process.kill("SIGKILL");
    });
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A connection of the test's own, which may do all. */
  client(): Redis {
    const tls = this.tls ? { tls: { rejectUnauthorized: false } } : {};
    return new Redis(this.port, "127.0.0.1", { protocol: 2, maxRetriesPerRequest: null, ...tls }).on(
      "error",
      () => {},
    );
  }
}

/** One that no system gives to a connection that asks for none in particular: it stays free while a server is killed and begun again. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** Lines of configuration for a certificate that is made here. */
function certified(folder: string): string[] {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...made, ...subject, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  return [`tls-key-file ${key}`, `tls-cert-file ${certificate}`, "tls-auth-clients no"];
}

/** A way to a server on this machine that can be cut, and can swallow what is sent. */
export class Way {
  readonly port: number;
  private readonly sockets = new Set<Socket>();
  private readonly server: ReturnType<typeof createServer>;
  private cut = false;
  private silent = false;

  private constructor(server: ReturnType<typeof createServer>, to: number) {
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on("connection", (near) => {
      if (this.cut) return void near.destroy();
      const far = socketTo(to, "127.0.0.1");
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.on("data", (chunk) => other.write(chunk));
        if (this.silent) one.pause();
        one.on("error", () => {});
        one.on("close", () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
    });
  }

  static async to(port: number): Promise<Way> {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    return new Way(server, port);
  }

  /** Ends all connections, and takes no new ones until `mend`. */
  sever(): void {
    this.cut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** Nothing arrives any more, and nobody is told; new connections are taken, and as silent. Until `mend`. */
  swallow(): void {
    this.silent = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** What was swallowed on connections that are still there arrives, as after a network's repeated packets. */
  mend(): void {
    this.cut = false;
    this.silent = false;
    for (const socket of this.sockets) socket.resume();
  }

  close(): void {
    this.sever();
    this.server.close();
  }
}
