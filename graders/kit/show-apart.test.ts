import { expect, test } from "vitest";
import { toPlain } from "../trace/plain.ts";
import { showApart, toldApart } from "./show-apart.ts";

const undefineds = (count: number) => Array(count).fill(toPlain(undefined));

test("what is short is shown whole", () => {
  expect(showApart([toPlain({ a: 1 })], [toPlain({ a: 2 })])).toEqual(["{ a: 1 }", "{ a: 2 }"]);
});

test("what is long is cut around the first difference", () => {
  const list = (last: string) =>
    toPlain([...Array.from({ length: 40 }, (_, index) => `item ${index}`), last]);
  const [got, want] = showApart([list("wrong")], [list("right")]);
  expect([got, want]).toEqual([
    '…36", "item 37", "item 38", "item 39", "wrong"]',
    '…36", "item 37", "item 38", "item 39", "right"]',
  ]);
});

test("a difference near the beginning leaves the beginning as it is", () => {
  const long = "x".repeat(300);
  const [got, want] = showApart([toPlain({ a: 1, long })], [toPlain({ long })]);
  expect([got.slice(0, 17), want.slice(0, 17), got.length, want.length]).toEqual([
    '{ a: 1, long: "xx',
    '{ long: "xxxxxxxx',
    120,
    120,
  ]);
});

test("what comes several times is said once, with how often", () => {
  expect(toldApart(undefineds(3), undefineds(4))).toEqual(["undefined (3 times)", "undefined (4 times)"]);
  expect(toldApart([], [1, 1, 2])).toEqual(["nothing", "1 (2 times), 2"]);
});
