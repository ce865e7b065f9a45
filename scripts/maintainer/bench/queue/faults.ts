// Faults that machines have, one after another at random, while a class is graded.
import { setTimeout as sleep } from "node:timers/promises";
import { Way } from "../../../testing/redis.ts";
import type { Fleet, Running } from "./fleet.ts";

/** Real ms: how long something is away, and how long all goes well between two faults. */
const [AWAY_MS, PAUSE_MS] = [3000, 1500];
const WORKERS = 3;

export const KINDS = [
  "a worker is killed",
  "a worker stands still",
  "the grading is killed, and begun again",
  "the grading stands still",
  "Redis is killed, and comes back with its log",
  "Redis loses everything",
  "the network is cut",
] as const;
export type Kind = (typeof KINDS)[number];

/** A class being graded, and what may happen to it. */
export class Disturbed {
  /** How often each happened. */
  readonly happened = new Map<Kind, number>();
  private readonly fleet: Fleet;
  private readonly way: Way;
  private readonly out: string;
  private readonly random: () => number;
  private workers: Running[];
  private grading: Running;

  private constructor(fleet: Fleet, way: Way, out: string, random: () => number) {
    this.fleet = fleet;
    this.way = way;
    this.out = out;
    this.random = random;
    this.workers = Array.from({ length: WORKERS }, () => this.worker());
    this.grading = this.begin();
  }

  static async begin(fleet: Fleet, out: string, random: () => number): Promise<Disturbed> {
    const way = await Way.to(fleet.redis.port);
    fleet.url = `redis://127.0.0.1:${way.port}`;
    return new Disturbed(fleet, way, out, random);
  }

  /** Until the grading ends by itself, or `atMost` faults happened: then without more. What it says at its end. */
  async run(atMost: number): Promise<string> {
    for (let count = 0; count < atMost && !(await this.over(PAUSE_MS * this.random())); count++)
      await this.fault(KINDS[Math.floor(this.random() * KINDS.length)]!);
    const code = await this.grading.ended;
    if (code !== 0) throw new Error(`The grading ended with ${code}:\n${this.grading.said()}`);
    for (const { child } of this.workers) child.kill("SIGTERM");
    await Promise.all(this.workers.map(({ ended }) => ended));
    this.way.close();
    return this.grading.said();
  }

  private over(ms: number): Promise<boolean> {
    return Promise.race([this.grading.ended.then(() => true), sleep(ms, false)]);
  }

  private async fault(kind: Kind): Promise<void> {
    this.happened.set(kind, (this.happened.get(kind) ?? 0) + 1);
    const nth = Math.floor(this.random() * WORKERS);
    const away = AWAY_MS * this.random();
    if (kind === "a worker is killed") {
      this.workers[nth]!.child.kill("SIGKILL");
      this.workers[nth] = this.worker();
    } else if (kind === "a worker stands still") await standStill(this.workers[nth]!, away);
    else if (kind === "the grading stands still") await standStill(this.grading, away);
    else if (kind === "the grading is killed, and begun again") {
      this.grading.child.kill("SIGKILL");
      await this.grading.ended;
      this.grading = this.begin();
      await this.grading.says("Sandbox:");
    } else if (kind === "Redis loses everything") {
      const admin = this.fleet.redis.client();
      await admin.flushall();
      admin.disconnect();
    } else if (kind === "the network is cut") {
      this.way.sever();
      await sleep(away);
      this.way.mend();
    } else {
      await this.fleet.redis.kill();
      await this.fleet.redis.begin();
    }
  }

  private worker(): Running {
    return this.fleet.worker("--patience", "2");
  }

  private begin(): Running {
    return this.fleet.grading(this.out, "--queue", "env");
  }
}

async function standStill({ child }: Running, ms: number): Promise<void> {
  child.kill("SIGSTOP");
  await sleep(ms);
  child.kill("SIGCONT");
}

/** From 0 to below 1, the same each time for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
