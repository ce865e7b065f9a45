// The timeline's words: safe to draw, cut and placed.
import { describe, expect, test } from "vitest";
import { callLabel, ms, placeText, safe, safeValue, wrap } from "./words.ts";

describe("safe", () => {
  test.each([
    ["plain ASCII", "fetch(1) ~", "fetch(1) ~"],
    ["letters of narrow scripts", "Grüße, Ελλάδα, Привет", "Grüße, Ελλάδα, Привет"],
    ["composed letters", "e\u0301", "é"],
    ["control characters", "a\u0000\t\n\u001b\u007f\u009bz", "a······z"],
    ["bidi overrides and invisible ones", "\u202e\u2066\u200b\u00ad\ufeff", "·····"],
    ["wide characters and emoji", "日本🎉Ａ⚡", "·····"],
    ["scripts from right to left", "שלום", "····"],
    ["marks that combine with nothing", "\u0301\u0338", "··"],
    ["lone surrogates", "\ud800a\udc00", "·a·"],
    ["the picture's own characters", "█░●✗", "····"],
  ])("%s", (_, text, expected) => {
    expect(safe(text)).toBe(expected);
  });

  test("cuts by code points, and long text fast", () => {
    expect(safe("🎉🎉🎉🎉", 3)).toBe("··…");
    expect(safe("x".repeat(10 ** 7), 5)).toBe("xxxx…");
  });
});

describe("callLabel", () => {
  test.each([
    [40, 'save({ id: 1, name: "Ada" }, 2)'],
    [24, "save({ id: 1, name:…, 2)"],
    [12, "save({…, 2)"],
    [10, "save(…)"],
    [6, "save"],
    [3, "sa…"],
  ])("in %d characters", (limit, expected) => {
    expect(callLabel("save", ['{ id: 1, name: "Ada" }', "2"], limit)).toBe(expected);
  });

  test("without arguments", () => {
    expect([6, 5].map((limit) => callLabel("save", [], limit))).toEqual(["save()", "save"]);
  });
});

test("values: functions by their name, signals as such", () => {
  const values = [
    { t: "function", v: "job" },
    { t: "function", v: "" },
    { t: "signal", aborted: true },
  ] as const;
  expect(values.map((value) => safeValue(value, 40))).toEqual(["job", "fn", "signal"]);
});

test("times in ms, with parts only where there are any", () => {
  expect([0, 1500, 0.1 + 0.2, 10 ** 9].map(ms)).toEqual(["0 ms", "1500 ms", "0.3 ms", "1000000000 ms"]);
});

test("wrap breaks at spaces, and inside a word only where it must", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
  expect(wrap("abcdefghijkl mn", 5)).toEqual(["abcde", "fghij", "kl mn"]);
});

describe("placeText", () => {
  const mark = { from: 10, to: 11 };
  const base = { mark, bar: { from: 0, to: 11 }, taken: [mark], width: 20, gap: 1 };

  test("right of the mark", () => expect(placeText(8, base)).toBe(12));
  test("else on the bar before it", () => expect(placeText(5, { ...base, width: 16 })).toBe(4));
  test("but never over more than half of it", () =>
    expect(placeText(6, { ...base, width: 17 })).toBe(undefined));
  test("else left of the bar", () =>
    expect(placeText(6, { ...base, bar: { from: 8, to: 11 }, width: 17 })).toBe(1));
  test("else nowhere", () => expect(placeText(9, base)).toBe(undefined));
  test("never over what is taken", () =>
    expect(placeText(4, { ...base, taken: [mark, { from: 14, to: 15 }] })).toBe(5));
  test("never with another mark in between", () =>
    expect(
      placeText(2, { ...base, bar: { from: 5, to: 11 }, taken: [mark, { from: 7, to: 8 }], width: 12 }),
    ).toBe(undefined));
  test("leaves a piece of a bar that goes on", () => {
    const bar = { from: 10, to: 20 };
    expect(placeText(4, { ...base, bar, taken: [mark, { from: 19, to: 20 }] })).toBe(12);
    expect(placeText(5, { ...base, bar, taken: [mark, { from: 19, to: 20 }] })).toBe(4);
  });
});
