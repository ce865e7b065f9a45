import { expect, test } from "vitest";
import { writtenTime } from "./written-time.ts";

test.each([
  "Tuesday, 3 November 2026, 11:07 PM",
  "Dienstag, 3. November 2026, 23:07",
  "mardi 3 novembre 2026, 23:07",
  "martes, 3 de noviembre de 2026, 23:07",
  "martedì, 3 novembre 2026, 23:07",
  "вторник, 3 ноября 2026, 23:07",
  "Nov 3, 2026 11:07 PM",
  "2026-11-03 23:07",
])("%s", (text) => expect(writtenTime(text)).toBe("2026-11-03T23:07:00"));

test.each([
  "",
  "-",
  "11/03/2026 23:07",
  "30 February 2026, 23:07",
  "November 2026",
  "3 November 2026",
  "2026-02-30 10:00",
])("%s is no time", (text) => expect(writtenTime(text)).toBeUndefined());

test("midnight and noon", () => {
  expect(writtenTime("1 May 2026, 12:05 AM")).toBe("2026-05-01T00:05:00");
  expect(writtenTime("1 May 2026, 12:05 PM")).toBe("2026-05-01T12:05:00");
});
