// Whose a value is when calls are kept apart: told by what the world made for one of them alone.
import { expect, test } from "vitest";
import type { Plain } from "../trace/plain.ts";
import { emptyTrace, type Outcome } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { apart } from "./apart.ts";

const names = ["alone", "once more", "a third time", "at last"].map((round) => `A call, ${round}`);
const error = (message: string, ref?: string): Plain => ({
  ...{ t: "error", name: "Error", message, props: [] },
  ...(ref !== undefined && { ref }),
});
const failureOf = (name: string) => error(`failure of ${name}`, `${name}: failure`);

/** What is said of four calls that reject with these. */
function said(rejection: (name: string) => Plain): string[] {
  const outcomes = names.map((label, index): [string, Outcome] => {
    const [start, settled] = [1, 2].map((each) => ({ at: 1000 * index + each, seq: 10 * index + each }));
    return [label, { label, start: start!, state: "rejected", settled: settled!, value: rejection(label) }];
  });
  const made = names.flatMap((name): [string, Plain][] => [
    [`${name}: failure`, failureOf(name)],
    // The same thing may be known by two names.
    [`${name}: the same failure`, failureOf(name)],
    [`${name}: reason`, error("This operation was aborted", `${name}: reason`)],
  ]);
  const trace = emptyTrace({ outcomes: Object.fromEntries(outcomes), made: Object.fromEntries(made) });
  const findings = apart({ scenario: () => undefined }, { "A call": undefined }).expect(trace);
  return findings.flatMap((finding) => (finding ? [finding.message] : []));
}

test("each call gets what was made for it, by whatever name", () => {
  expect(said(failureOf)).toEqual([]);
  expect(said((name) => error(`about the failure of ${name}`))).toEqual([]);
});

test("what was made for one call is no other's, in words either", () => {
  const [first, second] = names;
  const foreign = `${second}: it got what belongs to another call: ${first}.`;
  expect(said((name) => failureOf(name === second ? first! : name))[0]).toBe(foreign);
  expect(said((name) => error(`the failure of ${name === second ? first : name}`))[0]).toBe(foreign);
});

test("what is made alike for all calls is nobody's", () => {
  expect(said(() => error("This operation was aborted"))).toEqual([]);
});

test("inside the first call of a service another call is made, where that is asked for", async () => {
  const done = async (inside: boolean) => {
    const said: string[] = [];
    const worldOf = (scope: string): World =>
      ({
        service: () => () => said.push(`${scope} calls`),
        scope: worldOf,
        wait: async () => {},
        watch: async (label: string, act: () => unknown) => {
          said.push(label);
          return act();
        },
      }) as unknown as World;
    const scenario = (world: World) => {
      const [first, second] = [world.service("first"), world.service("second")];
      void first();
      void second();
    };
    await apart({ scenario }, { One: undefined, Another: undefined }, { inside }).scenario(worldOf(""), {});
    return said.slice(said.indexOf("One, a third time"), said.indexOf("One, at last"));
  };
  const twice = (name: string) => [`${name} calls`, `${name} calls`];
  const within = (outer: string, inner: string) => [
    ...[outer, `${outer} calls`, inner, ...twice(inner), `${outer} calls`],
  ];
  expect(await done(true)).toEqual([
    ...within("One, a third time", "Another, inside another"),
    ...within("Another, a third time", "One, inside another"),
  ]);
  expect(await done(false)).toEqual(
    ["One, a third time", "Another, a third time"].flatMap((name) => [name, ...twice(name)]),
  );
});

test("calls that begin only when others' have ended wait in line, unless they do so alone, too", () => {
  const named = (starts: number[], atOnce = true) => {
    const outcomes = names.map((label, index): [string, Outcome] => {
      const start = { at: [0, 1000, 1000, 3000][index]!, seq: index };
      const settled = { at: starts[index]! + 100, seq: 100 + index };
      return [label, { label, start, state: "fulfilled", settled, value: 0 }];
    });
    const calls = names.map((name, index) => ({
      ...{ id: `${name}: task#1`, service: `${name}: task`, index: 1, args: [], how: "fulfilled", value: 0 },
      ...{
        start: { at: starts[index]!, seq: 10 + index },
        end: { at: starts[index]! + 100, seq: 90 + index },
      },
    }));
    const trace = emptyTrace({ outcomes: Object.fromEntries(outcomes), calls: calls as never });
    const check = apart({ scenario: () => undefined }, { "A call": undefined }, { atOnce });
    return check.expect(trace).flatMap((found) => found?.misconception ?? []);
  };
  expect(named([0, 1000, 1000, 3000])).toEqual([]);
  expect(new Set(named([0, 1000, 1100, 3000]))).toEqual(new Set(["sequential-await"]));
  for (const other of [named([0, 1000, 1100, 3000], false), named([0, 1000, 1150, 3000])])
    expect(new Set(other)).toEqual(new Set(["shared-state"]));
});
