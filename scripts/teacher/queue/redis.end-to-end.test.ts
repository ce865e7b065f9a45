// A Redis that is not there, or will not do, is said in one line, which holds no secret.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { noRedis, RedisServer, Way } from "../../testing/redis.ts";
import { readPlace } from "./address.ts";
import { RIGHTS, reachRedis } from "./redis.ts";

let server: RedisServer;

describe.skipIf(noRedis())("with a real Redis", () => {
  beforeAll(async () => {
    const users = [`user dojo on >secret ${RIGHTS}`, "user few on >secret ~dojo:* +@all -@admin -@dangerous"];
    server = await RedisServer.start({ config: users });
  });
  afterAll(() => server?.remove());

  async function said(url: string): Promise<string[]> {
    const place = readPlace({ queue: url }, {}, "/");
    try {
      return (await reachRedis(place)).notes;
    } catch (error) {
      const { name, message } = error as Error;
      expect(message).not.toContain("secret");
      return [name, message.replaceAll(String(server.port), "PORT")];
    }
  }
  const as = (user: string, password: string) => server.url.replace("//", `//${user}:${password}@`);

  test("the rights in the README are enough, and too few are named", async () => {
    expect(await said(as("dojo", "secret"))).toEqual([
      "Redis writes no log of its own (appendonly no): if it restarts, what waits there is handed out again.",
    ]);
    expect(await said(as("few", "secret"))).toEqual([
      "UsageError",
      `Redis at redis://127.0.0.1:PORT gives this user too few rights. It needs: ACL SETUSER … ${RIGHTS}`,
    ]);
    const refused = "Redis at redis://127.0.0.1:PORT refuses this user and password.";
    expect(await said(as("dojo", "secret2"))).toEqual(["UsageError", refused]);
  });

  test("a network that swallows what is sent counts as cut, and what was asked is asked again", async () => {
    const way = await Way.to(server.port);
    const place = readPlace({ queue: server.url.replace(String(server.port), String(way.port)) }, {}, "/");
    const { connect } = await reachRedis({ ...place, url: place.url.replace("//", "//dojo:secret@") }, 200);
    const redis = connect(true);
    await redis.set("dojo:a", "b");
    way.swallow();
    const cut = new Promise((resolve) => redis.once("reconnecting", resolve));
    const asked = redis.get("dojo:a");
    await cut;
    way.mend();
    expect(await asked).toBe("b");
    redis.disconnect();
    way.close();
  });

  test("a connection that is ended while it waits keeps no process alive", async () => {
    const silenceMs = 3_600_000;
    const [begun, ended] = [vi.spyOn(globalThis, "setTimeout"), vi.spyOn(globalThis, "clearTimeout")];
    const { connect } = await reachRedis(readPlace({ queue: server.url }, {}, "/"), silenceMs);
    const redis = connect(false);
    await new Promise((resolve) => redis.once("ready", resolve));
    void redis.blpop("dojo:nothing", 0).catch(() => {});
    redis.disconnect();
    await new Promise((resolve) => redis.once("end", resolve));
    const timers = begun.mock.results.filter((_, index) => begun.mock.calls[index]![1] === silenceMs);
    const cleared = new Set(ended.mock.calls.map(([timer]) => timer));
    vi.restoreAllMocks();
    expect(timers.length).toBeGreaterThan(0);
    expect(timers.filter(({ value }) => !cleared.has(value))).toEqual([]);
  });

  test("one that may drop keys, one without a log, and none", async () => {
    const admin = server.client();
    await admin.config("SET", "appendonly", "yes");
    expect(await said(server.url)).toEqual([]);
    await admin.config("SET", "maxmemory-policy", "allkeys-lru");
    expect(await said(server.url)).toEqual([
      "UsageError",
      "Redis at redis://127.0.0.1:PORT may drop keys when memory is short (maxmemory-policy allkeys-lru). Set it to noeviction.",
    ]);
    admin.disconnect();
    await server.kill();
    expect(await said(as("dojo", "secret"))).toEqual([
      "UsageError",
      "Redis at redis://127.0.0.1:PORT does not answer (ECONNREFUSED). Is it running, and is that its address?",
    ]);
  });
});
