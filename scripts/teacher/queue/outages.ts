// Says once that Redis is away, and once that it is back, however many connections and attempts there are.
import type { Redis } from "ioredis";

export class Outages {
  /** How often it was away. */
  count = 0;
  private away = false;
  private readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  watch(redis: Redis): void {
    let ready = false;
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
}
