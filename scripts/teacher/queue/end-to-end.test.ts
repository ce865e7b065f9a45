// A class graded by workers, as a teacher runs it: the same as without; over TLS, as a user with few rights; nothing of a
// student in Redis; and whatever is killed, lost or silent meanwhile.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ends, kill, leave, PASSWORD, POISON, reports, Scene, says } from "../../testing/queue-scene.ts";
import { noRedis, type ServerOptions, Way } from "../../testing/redis.ts";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";
import { RIGHTS } from "./redis.ts";

const STUDENTS = 16;
const wrong =
  "export async function fetchAll(f) { const r = []; for (const n of [1, 2, 3]) r.push(await f(n)); return r; }";

let project: SmallProject;
/** Each class's reports without a queue. */
const local = new Map<string, string>();

async function write(class_: string, programs: readonly string[]): Promise<void> {
  for (const [index, text] of programs.entries())
    project.write(`${class_}/student-${index + 1}/three.ts`, text);
  const { code, stderr } = await project.node("scripts/grade.ts", class_, "--out", `${class_}-here`);
  expect(code, stderr).toBe(0);
  local.set(class_, reports(project, `${class_}-here`));
}

async function scene(options?: ServerOptions): Promise<Scene> {
  const one = await Scene.begin(project, options);
  onTestFinished(() => one.remove());
  return one;
}

describe.skipIf(noRedis())("with a real Redis", () => {
  beforeAll(async () => {
    project = smallProject();
    const marked = (number: number, mark: string) =>
      `${number % 3 === 0 ? wrong : rightAnswer}export const mark = "${mark}";\n`;
    // Two of them are the same program, which is run once.
    const students = Array.from({ length: STUDENTS }, (_, index) => index + 1);
    await write(
      "class",
      students.map((number) => marked(number, `${number === 2 ? 1 : number}`)),
    );
    await write(
      "poisoned",
      [1, 2, 3, 4].map((number) => marked(number, number === 2 ? POISON : `${number}`)),
    );
  });
  afterAll(() => project?.remove());

  test("workers of other graders take nothing; those of ours give the same; and nothing of a student is in Redis", async () => {
    const run = await scene({ tls: true, config: [`user dojo on >${PASSWORD} ${RIGHTS}`] });
    const { admin } = run;
    const seen: string[] = [];
    const monitor = await admin.monitor();
    monitor.on("error", () => {});
    monitor.on("monitor", (_time: string, args: string[]) => seen.push(args.join(" ")));
    run.open();

    const grader = readFileSync(join(project.root, "graders/03-three.ts"), "utf8");
    project.write("graders/03-three.ts", `${grader}// another version\n`);
    const other = run.worker({ patience: 1 });
    await says(other, "Working for");
    project.write("graders/03-three.ts", grader);
    const graded = run.grading("class", "far");
    await says(graded, /no worker takes this \(graders \w{8}\)\. 1 worker has other graders/);
    await expect.poll(() => admin.keys("dojo:*:prioritized")).toHaveLength(1);
    const looked = run.command("queue", ["status", "--json"]);
    await ends(looked, 0);
    const status = JSON.parse(looked.said());
    expect([status.workers.length, status.coordinators.length]).toEqual([1, 1]);
    const [{ queue }] = status.coordinators;
    const waits = status.queues.find(({ name }: { name: string }) => name === queue);
    expect([waits.waiting > 0, waits.running, waits.failed]).toEqual([true, 0, 0]);

    const workers = [run.worker({ patience: 1 }), run.worker({ patience: 1 })];
    await ends(graded, 0);
    expect(reports(project, "far")).toBe(local.get("class"));
    expect(await run.keys()).toEqual([]);
    await leave([other, ...workers]);
    await expect.poll(() => admin.keys("*")).toEqual([]);
    const all = seen.join("\n");
    expect(seen.length).toBeGreaterThan(100);
    expect(all).not.toMatch(/student-|fetchAll|mark = |03-three|Promise\.all/);
    monitor.disconnect();
  });

  test("workers, Redis and the grading itself are killed, and Redis loses all: the same", async () => {
    const run = await scene();
    const workers = [run.worker(), run.worker()];
    const first = run.grading("class", "killed");
    run.give(2);
    await says(first, /graded 2\//);
    await kill(workers.shift()!);
    workers.push(run.worker());
    await run.admin.flushall();
    // What a worker had then may be run for nothing. In all, no more are given than leave some for the end.
    run.give(5);
    await says(first, /graded 5\//);
    await run.server.kill();
    await run.server.begin();
    await says(first, /Redis is away: waiting for it\..*Redis is back\./s);
    run.give(6);
    await says(first, /graded 8\//);
    await kill(first);
    run.open();
    const again = run.grading("class", "killed");
    await ends(again, 0);
    expect(reports(project, "killed")).toBe(local.get("class"));
    await leave(workers);
    expect(await run.keys()).toEqual([]);
  });

  test("a network that swallows what is sent: the same", async () => {
    const run = await scene();
    const [way, workersWay] = [await Way.to(run.server.port), await Way.to(run.server.port)];
    const far = run.worker({ port: workersWay.port });
    const graded = run.grading("class", "silent", way.port);
    run.give(2);
    await says(graded, /graded 2\//);
    // It has one, and says what came of it only when it can. What another does meanwhile waits for the grading.
    const jobs = async (state: string) => {
      const [name] = await run.admin.keys(`dojo:*:${state}`);
      if (name === undefined) return 0;
      return state === "active" ? run.admin.llen(name) : run.admin.zcard(name);
    };
    await expect.poll(() => jobs("active")).toBe(1);
    workersWay.swallow();
    way.swallow();
    run.open();
    const near = run.worker();
    await expect.poll(() => Promise.all(["prioritized", "active"].map(jobs))).toEqual([0, 1]);
    expect(graded.state()).toEqual(expect.any(String));
    workersWay.mend();
    way.mend();
    await ends(graded, 0);
    expect(reports(project, "silent")).toBe(local.get("class"));
    await leave([near, far]);
    expect(await run.keys()).toEqual([]);
    for (const each of [way, workersWay]) each.close();
  });

  test("a program that ends its worker every time ends six, and is run here; the rest is graded", async () => {
    const run = await scene();
    run.open();
    const graded = run.grading("poisoned", "poisoned-far");
    let deaths = 0;
    // As systemd and containers do; but not for ever.
    const kept = async () => {
      for (;;) {
        const worker = run.worker({ patience: 1 });
        const over = await Promise.race([worker.ended.then(() => false), graded.ended.then(() => true)]);
        if (over || ++deaths > 6) return worker;
      }
    };
    const both = [kept(), kept()];
    await ends(graded, 0);
    expect(graded.said()).toMatch(/failed on the workers, and w(as|ere) run here\./);
    expect(reports(project, "poisoned-far")).toBe(local.get("poisoned"));
    expect(deaths).toBeGreaterThan(1);
    expect(deaths).toBeLessThanOrEqual(6);
    await leave(await Promise.all(both));
    expect(await run.keys()).toEqual([]);
  });

  test("one that is interrupted leaves nothing in Redis", async () => {
    const run = await scene();
    const stopped = run.grading("class", "stopped");
    await expect.poll(async () => (await run.keys()).length).toBeGreaterThan(STUDENTS / 2);
    stopped.child.kill("SIGINT");
    await ends(stopped, 130);
    expect(await run.admin.keys("*")).toEqual([]);
  });
});
