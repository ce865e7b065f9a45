// A class graded by workers, as a teacher runs it: the same as without; over TLS, as a user with few rights; nothing of a
// student in Redis; and whatever is killed or lost meanwhile.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { noRedis, RedisServer, type ServerOptions } from "../../testing/redis.ts";
import { environment, rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";
import { RIGHTS } from "./redis.ts";

const STUDENTS = 16;
const PASSWORD = "a-password";
const wrong =
  "export async function fetchAll(f) { const r = []; for (const n of [1, 2, 3]) r.push(await f(n)); return r; }";
const key = randomBytes(32).toString("hex");

/** Who works is known for a while, and BullMQ has notes of its own of a queue on which a worker waits. */
const OF_WORKERS = /^dojo:(workers?\b|[0-9a-f-]{17}:(meta|stalled-check)$)/;

let project: SmallProject;
let local: string;
const servers: RedisServer[] = [];
const started: Command[] = [];

interface Command {
  child: ChildProcess;
  said(): string;
  ended: Promise<number | null>;
  /** How it ended; before that, what it said. */
  state(): number | string | null;
}

/** A command of the project's, with the queue of this server. */
function command(server: RedisServer, script: string, ...args: string[]): Command {
  const url = server.tls ? `rediss://dojo:${PASSWORD}@localhost:${server.port}` : server.url;
  const env = {
    ...environment(),
    DOJO_QUEUE: url,
    DOJO_QUEUE_KEY: key,
    ...(server.tls && { NODE_EXTRA_CA_CERTS: server.certificate }),
  };
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: project.root, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const state = () => (child.signalCode !== null ? null : (child.exitCode ?? said));
  const one = { child, said: () => said, ended, state };
  started.push(one);
  return one;
}

const worker = (server: RedisServer) =>
  command(server, "worker", "--queue", "env", "--jobs", "1", "--patience", "1");
const grading = (server: RedisServer, out: string) =>
  command(server, "grade", "class", "--out", out, "--queue", "env");
const ends = (one: Command, code: number) => expect.poll(one.state).toBe(code);
const says = (one: Command, text: string | RegExp) => expect.poll(one.said).toMatch(text);

async function kill(one: Command): Promise<void> {
  one.child.kill("SIGKILL");
  await one.ended;
}

async function server(options?: ServerOptions): Promise<RedisServer> {
  const one = await RedisServer.start(options);
  servers.push(one);
  return one;
}

/** All that a gradebook holds of the class, in an order of its own. */
function content(out: string): string {
  const database = new DatabaseSync(join(project.root, out, "gradebook.sqlite"), { readOnly: true });
  const rows = database
    .prepare(
      `SELECT id, exercise, hex(content) AS content, score, outcome, checks,
        (SELECT count(*) FROM pictures WHERE pictures.verdict = verdicts.verdict) AS pictures,
        (SELECT group_concat(check_id) FROM answers WHERE answers.verdict = verdicts.verdict) AS answers
      FROM submissions JOIN results USING (run, position) JOIN verdicts USING (verdict)
      WHERE run = (SELECT max(run) FROM runs) ORDER BY id, exercise`,
    )
    .all();
  const verdicts = database
    .prepare("SELECT content, count(*) AS n FROM verdicts GROUP BY content HAVING n > 1")
    .all();
  database.close();
  return JSON.stringify([rows, verdicts]);
}

/** The reports and the gradebook. */
function reports(out: string): string {
  const files = ["results.json", "index.html"].map((name) =>
    readFileSync(join(project.root, out, name), "utf8"),
  );
  return [...files, content(out)].join("\n");
}

async function keys(redis: Redis): Promise<string[]> {
  return (await redis.keys("*")).sort();
}

describe.skipIf(noRedis())("with a real Redis", () => {
  beforeAll(async () => {
    project = smallProject();
    for (let number = 1; number <= STUDENTS; number++) {
      // Some are the same program, and are run once.
      const mark = `export const mark = ${Math.ceil(number / 2) + (number % 4 === 0 ? 100 : 0)};\n`;
      project.write(`class/student-${number}/three.ts`, `${number % 3 === 0 ? wrong : rightAnswer}${mark}`);
    }
    const { code, stderr } = await project.node("scripts/grade.ts", "class", "--out", "local");
    expect(code, stderr).toBe(0);
    local = reports("local");
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(kill));
    await Promise.all(servers.splice(0).map((each) => each.remove()));
  });
  afterAll(() => project?.remove());

  test("workers of other graders take nothing; those of ours give the same; and nothing of a student is in Redis", async () => {
    const redis = await server({ tls: true, config: [`user dojo on >${PASSWORD} ${RIGHTS}`] });
    const admin = redis.client();
    const seen: string[] = [];
    const monitor = await admin.monitor();
    monitor.on("error", () => {});
    monitor.on("monitor", (_time: string, args: string[]) => seen.push(args.join(" ")));

    const grader = readFileSync(join(project.root, "graders/03-three.ts"), "utf8");
    project.write("graders/03-three.ts", `${grader}// another version\n`);
    const other = worker(redis);
    await says(other, "Working for");
    project.write("graders/03-three.ts", grader);
    const graded = grading(redis, "far");
    await says(graded, /no worker takes this \(graders \w{8}\)\. 1 worker has other graders/);
    const looked = command(redis, "queue", "status", "--json");
    await ends(looked, 0);
    const status = JSON.parse(looked.said());
    expect([status.workers.length, status.coordinators.length]).toEqual([1, 1]);
    const [{ queue }] = status.coordinators;
    const waits = status.queues.find(({ name }: { name: string }) => name === queue);
    expect([waits.waiting > 0, waits.running, waits.failed]).toEqual([true, 0, 0]);

    const workers = [worker(redis), worker(redis)];
    await ends(graded, 0);
    expect(reports("far")).toBe(local);
    expect((await keys(admin)).filter((name) => !OF_WORKERS.test(name))).toEqual([]);
    for (const each of [other, ...workers]) each.child.kill("SIGTERM");
    for (const each of [other, ...workers]) await ends(each, 0);
    await expect.poll(() => keys(admin)).toEqual([]);
    const all = seen.join("\n");
    expect(seen.length).toBeGreaterThan(100);
    expect(all).not.toMatch(/student-|fetchAll|mark = |03-three|Promise\.all/);
    monitor.disconnect();
    admin.disconnect();
  });

  test("workers, Redis and the grading itself are killed, and Redis loses all: the same", async () => {
    const redis = await server();
    const admin = redis.client();
    const workers = [worker(redis), worker(redis)];
    const first = grading(redis, "killed");
    await says(first, /graded 2\//);
    await kill(workers.shift()!);
    workers.push(worker(redis));
    await admin.flushall();
    await says(first, /graded 5\//);
    await redis.kill();
    await redis.begin();
    await says(first, /Redis is away: waiting for it\..*Redis is back\./s);
    await says(first, /graded 8\//);
    await kill(first);
    await kill(workers.shift()!);
    const again = grading(redis, "killed");
    await ends(again, 0);
    expect(reports("killed")).toBe(local);
    for (const each of workers) each.child.kill("SIGTERM");
    for (const each of workers) await ends(each, 0);
    expect((await keys(admin)).filter((name) => !OF_WORKERS.test(name))).toEqual([]);
    admin.disconnect();
  });

  test("one that is interrupted leaves nothing in Redis", async () => {
    const redis = await server();
    const admin = redis.client();
    const stopped = grading(redis, "stopped");
    await expect.poll(async () => (await keys(admin)).length).toBeGreaterThan(STUDENTS / 2);
    stopped.child.kill("SIGINT");
    await ends(stopped, 130);
    expect(await keys(admin)).toEqual([]);
    admin.disconnect();
  });
});
