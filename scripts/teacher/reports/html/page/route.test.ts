// Each view has an address, and each address its view.
import { expect, test } from "vitest";
import { fragmentOf, parseRoute, type Route } from "./route.ts";

test.each<[string, Route]>([
  ["#", { view: "class", query: {} }],
  [
    "#q=ada+l&belt=white&sort=-total",
    { view: "class", query: { q: "ada l", belt: "white", sort: "-total" } },
  ],
  ["#failed=03-three-apis.2&late=1", { view: "class", query: { failed: "03-three-apis.2", late: "1" } }],
  ["#student=ada", { view: "student", id: "ada" }],
  ["#student=ada&exercise=03-three-apis", { view: "student", id: "ada", exercise: "03-three-apis" }],
  ["#view=checks", { view: "checks" }],
  ["#view=misconceptions", { view: "misconceptions" }],
  ["#view=misconceptions&id=sequential-await", { view: "misconceptions", id: "sequential-await" }],
  ["#view=roster", { view: "roster" }],
])("%s", (fragment, route) => {
  expect(parseRoute(fragment)).toEqual(route);
  expect(parseRoute(fragmentOf(route))).toEqual(route);
});

test("ids of any kind come back as they were", () => {
  for (const id of ["a&exercise=x", "#%20+", "Zoë <img>", "=", "../.."])
    expect(parseRoute(fragmentOf({ view: "student", id }))).toEqual({ view: "student", id });
});

test("what is unknown or empty in an address is left out", () => {
  const route: Route = { view: "class", query: {} };
  for (const fragment of ["", "#", "#view=nothing", "#q=", "#%E0%A4%A", "#__proto__=x"])
    expect(parseRoute(fragment)).toEqual(route);
});
