// The virtual clock: order, lateness after blocked stretches, and what it refuses.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TimerOwner, VirtualClock } from "./clock.ts";

function makeLogged() {
  const clock = new VirtualClock();
  const log: string[] = [];
  const note = (name: string) => () => void log.push(`${name}@${clock.now}`);
  const fireAll = () => {
    while (clock.nextDue() !== undefined) clock.fireNext();
    return log;
  };
  return { clock, note, fireAll };
}

describe("VirtualClock", () => {
  it("fires by due time, then in the order of making", () => {
    const { clock, note, fireAll } = makeLogged();
    clock.setTimer(note("b"), 20, "student");
    clock.setTimer(note("a"), 10, "world");
    clock.setTimer(note("c"), 20, "daemon");
    clock.setTimer(note("now"), 0, "student");
    expect(fireAll()).toEqual(["now@0", "a@10", "b@20", "c@20"]);
  });

  it("keeps 0 ms at 0 ms for timers that are made inside a callback", () => {
    const { clock, note, fireAll } = makeLogged();
    clock.setTimer(() => clock.setTimer(note("inner"), 0, "student"), 5, "student");
    expect(fireAll()).toEqual(["inner@5"]);
  });

  it("fires overdue timers late, in the order in which they were due, before anything new", () => {
    const { clock, note, fireAll } = makeLogged();
    clock.setTimer(note("due at 30"), 30, "student");
    clock.setTimer(note("due at 20"), 20, "student");
    clock.setTimer(note("due at 50"), 50, "student");
    clock.setTimer(
      () => {
        clock.block(40, "work");
        clock.setTimer(note("new"), 0, "student");
      },
      10,
      "student",
    );
    expect(fireAll()).toEqual(["due at 20@50", "due at 30@50", "due at 50@50", "new@50"]);
  });

  it("counts a delay from a moment in the past if it is told to", () => {
    const { clock, note, fireAll } = makeLogged();
    clock.block(100, "work");
    clock.setTimer(note("in time"), 1, "student");
    const late = clock.setTimer(note("late"), 30, "student", 60);
    expect([late.madeAt, late.due, clock.nextDue()]).toEqual([100, 90, 90]);
    expect(fireAll()).toEqual(["late@100", "in time@101"]);
  });

  it("counts what is pending by owner, and forgets what fired or was cleared", () => {
    const { clock, note } = makeLogged();
    const first = clock.setTimer(note("first"), 1, "student");
    const second = clock.setTimer(note("second"), 2, "student");
    clock.setTimer(note("beat"), 3, "daemon");
    expect([clock.pending(), clock.pending("student"), clock.pending("daemon")]).toEqual([3, 2, 1]);
    clock.clear(second);
    clock.clear(second);
    clock.fireNext();
    clock.clear(first);
    expect([clock.pending(), clock.pending("student"), first.live, second.live]).toEqual([
      1,
      0,
      false,
      false,
    ]);
  });

  it("is in order after a callback that throws", () => {
    const { clock, note, fireAll } = makeLogged();
    const fail = () => {
      throw new Error("from the callback");
    };
    clock.setTimer(fail, 5, "world");
    clock.setTimer(note("next"), 5, "world");
    expect(() => clock.fireNext()).toThrow("from the callback");
    expect([clock.now, clock.pending()]).toEqual([5, 1]);
    expect(fireAll()).toEqual(["next@5"]);
  });

  it("does nothing when no timer is left", () => {
    const { clock } = makeLogged();
    clock.fireNext();
    expect([clock.now, clock.nextDue(), clock.pending()]).toEqual([0, undefined, 0]);
  });

  it.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s ms", (ms) => {
    const { clock } = makeLogged();
    expect(() => clock.block(ms, "sum")).toThrow(RangeError);
    expect(() => clock.block(ms, "sum")).toThrow(`sum must cost whole ms from 0: it costs ${ms}`);
    expect(() => clock.setTimer(() => {}, ms, "world")).toThrow(RangeError);
    expect(clock.pending()).toBe(0);
  });

  it("takes the longest delay for what it is, also after a blocked stretch", () => {
    const { clock, note, fireAll } = makeLogged();
    clock.block(10, "work");
    clock.setTimer(note("at last"), 2 ** 31 - 1, "world");
    expect(() => clock.setTimer(() => {}, 2 ** 31, "world")).toThrow(RangeError);
    expect(fireAll()).toEqual([`at last@${2 ** 31 + 9}`]);
  });

  it("knows nothing of other clocks", () => {
    const [one, other] = [makeLogged(), makeLogged()];
    one.clock.setTimer(one.note("one"), 10, "student");
    other.clock.setTimer(other.note("other"), 20, "student");
    other.clock.block(5, "work");
    expect([one.fireAll(), other.fireAll()]).toEqual([["one@10"], ["other@20"]]);
  });

  describe("what may fire next", () => {
    const owners = fc.array(
      fc.tuple(fc.constantFrom<TimerOwner>("student", "world", "scenario", "daemon"), fc.nat(3), fc.nat(3)),
      { maxLength: 12 },
    );
    const setAll = (all: [TimerOwner, number, number][]) => {
      const { clock, note, fireAll } = makeLogged();
      clock.block(3, "work");
      all.forEach(([owner, delay, from], index) => {
        clock.setTimer(note(`${owner} ${index}`), delay, owner, from);
      });
      return { clock, fireAll };
    };

    it("is, if nobody chooses, what fires next", () => {
      fc.assert(
        fc.property(owners, (all) => {
          const { clock, fireAll } = setAll(all);
          const chosen = setAll(all);
          for (let [first] = chosen.clock.candidates(); first; [first] = chosen.clock.candidates())
            chosen.clock.fire(first);
          expect(chosen.fireAll()).toEqual(fireAll());
          expect(chosen.clock.pending()).toBe(clock.pending());
        }),
      );
    });

    it("is each of the world's that are due, and the student's first", () => {
      const { clock, note, fireAll } = makeLogged();
      clock.setTimer(note("student 1"), 10, "student");
      clock.setTimer(note("world 1"), 10, "world");
      clock.setTimer(note("student 2"), 10, "student");
      clock.setTimer(note("world 2"), 10, "world");
      clock.setTimer(note("later"), 11, "world");
      expect(clock.candidates().map(({ owner, due }) => `${owner} ${due}`)).toEqual([
        "student 10",
        "world 10",
        "world 10",
      ]);
      clock.fire(clock.candidates()[2]!);
      clock.fire(clock.candidates()[1]!);
      expect(fireAll()).toEqual(["world 2@10", "world 1@10", "student 1@10", "student 2@10", "later@11"]);
    });

    it("is a heartbeat where it is its turn, and then nothing else", () => {
      const { clock, note } = makeLogged();
      clock.setTimer(note("beat"), 10, "daemon");
      clock.setTimer(note("end"), 10, "world");
      expect(clock.candidates().map(({ owner }) => owner)).toEqual(["daemon"]);
      clock.fireNext();
      expect(clock.candidates().map(({ owner }) => owner)).toEqual(["world"]);
    });
  });
});
