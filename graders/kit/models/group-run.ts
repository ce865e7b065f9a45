// A group's course: its events, one after the other in virtual time, by rules. See group.ts.

import type { Course, Result, Rules, Stay } from "./group.ts";
import { type End, endOf, type Group, type Member, membersOf, numbersFrom } from "./members.ts";

/** `passed on`: what it had waited for has failed, which is no failure of its own. */
type How = End["how"] | "passed on";

/** A group that is under way. */
interface Scope {
  /** Those begun so far, the body first. */
  members: number[];
  /** Those that it waits for. */
  left: Set<number>;
  bodyOver: boolean;
  failures: number[];
  told?: "failure" | "outside";
  hearers: (() => void)[];
  over: boolean;
  done: (result: Result) => void;
}

export class Run {
  private now = 0;
  private readonly agenda: { at: number; act: () => void }[] = [];
  private readonly stays: Stay[];
  private readonly results: Course["results"] = {};
  private readonly hows = new Map<number, How>();
  private readonly waiting: { for: number; act: () => void }[] = [];
  private readonly group: Group;
  private readonly members: Member[];
  private readonly rules: Rules;

  constructor(group: Group, rules: Rules) {
    this.group = group;
    this.members = membersOf(group);
    this.rules = rules;
    this.stays = this.members.map(() => ({}));
  }

  play(): Course {
    const { body, tasks, abort } = this.group;
    const root = this.scope(0, () => {});
    if (abort && this.rules.hears) {
      if (abort.after === "before") root.told = "outside";
      else this.plan(Number(abort.after) || 0, () => this.tell(root, "outside"));
    }
    this.work(0, root, (how) => this.ended(0, root, how));
    for (const number of numbersFrom(membersOf({ body }).length, tasks))
      this.plan(this.members[number]!.at ?? 0, () => this.create(number, root));
    while (this.agenda.length > 0) {
      this.now = Math.min(...this.agenda.map(({ at }) => at));
      const next = this.agenda.findIndex(({ at }) => at === this.now);
      this.agenda.splice(next, 1)[0]!.act();
    }
    return { stays: this.stays, results: this.results };
  }

  private plan(at: number, act: () => void): void {
    if (at < Infinity) this.agenda.push({ at, act });
  }

  private scope(number: number, done: (how: How) => void): Scope {
    return {
      members: [number],
      left: new Set([number]),
      bodyOver: false,
      failures: [],
      hearers: [],
      over: false,
      done: (result) => {
        this.results[number] = result;
        done(result.comesTo === "errors" ? "failure" : result.comesTo);
      },
    };
  }

  private create(number: number, scope: Scope): void {
    if (scope.over || (scope.told && !this.rules.open)) {
      this.settled(number, "reason");
      return;
    }
    const before = scope.members.at(-1)!;
    scope.members.push(number);
    if (!scope.bodyOver || this.rules.until !== "all of then") scope.left.add(number);
    const begin = () => this.begin(number, scope);
    if (this.rules.oneByOne && before !== scope.members[0]) this.whenSettled(before, begin);
    else begin();
  }

  private begin(number: number, scope: Scope): void {
    const done = (how: How) => {
      this.settled(number, how);
      this.ended(number, scope, how);
    };
    if (!this.members[number]!.group) {
      this.work(number, scope, done);
      return;
    }
    const inner = this.scope(number, done);
    const hear = () => this.rules.hears && this.tell(inner, "outside");
    if (scope.told) hear();
    else scope.hearers.push(hear);
    this.work(number, inner, (how) => this.ended(number, inner, how));
  }

  private work(number: number, scope: Scope, done: (how: How) => void): void {
    const [stay, member, starts] = [this.stays[number]!, this.members[number]!, this.now];
    const started = numbersFrom(number + 1, member.starts);
    let over = false;
    const end = (how: How) => {
      over = true;
      done(how);
    };
    const finish = (told?: number) => {
      const { at, how } = endOf(member, starts, told);
      this.plan(at, () => {
        if (stay.ends !== undefined || told !== stay.told) return;
        stay.ends = at;
        if (how === "value" && member.joins) this.join(started, end);
        else end(how);
      });
    };
    const hear = () => {
      if (stay.ends === undefined) finish((stay.told = this.now));
    };
    stay.starts = starts;
    finish();
    if (scope.told) hear();
    else scope.hearers.push(hear);
    for (const child of started) {
      const { at = 0 } = this.members[child]!;
      if (at === 0) this.create(child, scope);
      else this.plan(starts + at, () => over || this.create(child, scope));
    }
  }

  private join([first, ...rest]: number[], done: (how: How) => void): void {
    if (first === undefined) {
      done("value");
      return;
    }
    this.whenSettled(first, () => {
      const how = this.hows.get(first)!;
      if (how === "value") this.join(rest, done);
      else done(how === "reason" ? "reason" : "passed on");
    });
  }

  private whenSettled(number: number, act: () => void): void {
    if (this.hows.has(number)) act();
    else this.waiting.push({ for: number, act });
  }

  private settled(number: number, how: How): void {
    this.hows.set(number, how);
    for (const { act } of this.waiting.filter((each) => each.for === number)) act();
  }

  /** One of the group's members has ended; its body has the group's own number. */
  private ended(number: number, scope: Scope, how: How): void {
    const { aborts, counts, inTurn, until } = this.rules;
    const [isBody, told] = [number === scope.members[0], scope.told !== undefined];
    scope.left.delete(number);
    scope.bodyOver ||= isBody;
    if (how !== "passed on" && counts(how, { isBody, told })) {
      scope.failures.push(number);
      if (aborts && !inTurn) this.tell(scope, "failure");
    }
    const seen = scope.members.findIndex((member) => scope.left.has(member));
    const looked = scope.members.slice(0, seen < 0 ? undefined : seen);
    if (aborts && inTurn && looked.some((member) => scope.failures.includes(member)))
      this.tell(scope, "failure");
    if (scope.left.size === 0 || (isBody && until === "body")) this.settle(scope);
  }

  private tell(scope: Scope, why: "failure" | "outside"): void {
    if (scope.told || scope.over) return;
    scope.told = why;
    for (const hear of scope.hearers) hear();
    if (this.rules.until === "abort") this.settle(scope);
  }

  private settle(scope: Scope): void {
    if (scope.over) return;
    scope.over = true;
    const { told, failures } = scope;
    const comesTo = told === "outside" ? "reason" : failures.length > 0 ? "errors" : "value";
    scope.done({ at: this.now, comesTo, errors: comesTo === "errors" ? [...failures] : [] });
  }
}
