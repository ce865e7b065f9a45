import { expect, test } from "vitest";
import { columnsOf } from "../lib/terminal.ts";
import { marks } from "./marks.ts";

const signs = Object.values(marks).map(({ sign }) => sign);

test("each sign is one column wide, and unlike all others", () => {
  expect(signs.map(columnsOf)).toEqual(signs.map(() => 1));
  expect(new Set(signs).size).toBe(signs.length);
});

test("no sign can be taken for a part of the points beside it", () => {
  expect(signs.filter((sign) => /[\p{L}\p{N}]/u.test(sign))).toEqual([]);
});
