// Says once that Redis is away, and once that it is back, however many connections and attempts there are; and what it refuses.
import type { Redis } from "ioredis";
import { shownLine } from "../../lib/terminal.ts";

export class Outages {
  /** How often it was away. */
  count = 0;
  private away = false;
  private refusal = "";
  private readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  watch(redis: Redis): void {
    let ready = redis.status === "ready";
    redis.on("ready", () => {
      ready = true;
      if (this.away) this.say("Redis is back.");
      this.away = false;
    });
    redis.on("reconnecting", () => {
      if (this.away || !ready) return;
      this.away = true;
      this.count++;
      this.say("Redis is away: waiting for it. Nothing is lost.");
    });
  }

  /** Where Redis itself said no, being full, say, it is told once; that it is away is told elsewhere. */
  refused(error: unknown): void {
    if (!(error instanceof Error) || error.name !== "ReplyError") return;
    const { message } = error;
    if (message !== this.refusal) this.say(`Redis refuses what it is asked: ${shownLine(message)}`);
    this.refusal = message;
  }
}
