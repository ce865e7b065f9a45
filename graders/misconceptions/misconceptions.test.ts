import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { advice } from "./advice/advice.ts";
import { explained, misconceptions } from "./misconceptions.ts";

test("every misconception says what happened and, apart from that, what to do", () => {
  for (const [id, { title, explanation, advice, course }] of Object.entries(misconceptions)) {
    expect([id, title, explanation, advice].filter((text) => text === "")).toEqual([]);
    expect(`${id}: ${title}`).not.toMatch(/[.!]$/);
    for (const text of [explanation, advice]) expect(`${id}: ${text}`).toMatch(/[.!`]$/);
    expect(explanation).not.toContain(advice);
    expect(`${id}: ${course}`).toMatch(/: P\d+: /);
  }
});

test("no file explains what another one does: it would never be read", async () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^(?!misconception)\w+\.ts$/.test(name));
  const all = await Promise.all(files.map((name) => import(join(import.meta.dirname, name))));
  const ids = all.flatMap((own) => Object.values<object>(own).flatMap((each) => Object.keys(each)));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.toSorted()).toEqual(Object.keys(misconceptions).toSorted());
});

test("an exercise's own advice stands in place of the common one, under the same title", () => {
  const common = misconceptions["late-start"]!;
  expect(explained("12-async-in-name-only", "late-start")).toEqual(common);
  expect(explained("07-start-now-await-later", "late-start")).toEqual({
    ...common,
    advice: advice["07-start-now-await-later"]!["late-start"],
  });
});

test("own advice is about misconceptions that there are, and says something else", () => {
  for (const [exercise, own] of Object.entries(advice)) {
    for (const [id, text] of Object.entries(own)) {
      const known = misconceptions[id];
      expect(known === undefined ? `${exercise}: no ${id}` : "").toBe("");
      expect(text).not.toBe(known!.advice);
    }
  }
});

test.each([undefined, "no-such-id", "toString"])("of %s there is nothing to read", (id) => {
  expect(explained("03-three-apis", id)).toBeUndefined();
});
