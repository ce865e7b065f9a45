import { expect, test } from "vitest";
import { numberOf, selectExercise, selectExercises, shortList, slugOf } from "./exercise-ids.ts";
import { UsageError } from "./usage-error.ts";

const known = [
  "01-first-await",
  "02-calling-vs-running",
  "03-three-apis",
  "05-cancellation",
  "06-abortable-sleep",
];
const numbers = (list: string) => selectExercises(list, known).map(numberOf).join(" ");

test.each([
  ["3", "03"],
  ["03", "03"],
  ["003", "03"],
  ["03-three-apis", "03"],
  ["three-apis", "03"],
  ["exercises/03", "03"],
  ["exercises/03-three-apis", "03"],
  ["./exercises/03-three-apis/", "03"],
  ["exercises/03-three-apis/three-apis.ts", "03"],
  ["03-three-apis/three-apis.ts", "03"],
  ["exercises\\03-three-apis\\", "03"],
  ["02-05", "02 03 05"],
  ["2-3", "02 03"],
  ["03-03", "03"],
  ["white", "01 02 03 05"],
  ["Yellow", "06"],
  ["06, 1-2 ,yellow,02", "01 02 06"],
  ["03,", "03"],
])("%j means %s", (list, expected) => {
  expect(numbers(list)).toBe(expected);
});

const exist = "There are 01–03, 05–06; and the belts white, yellow.";

test.each([
  ["77", `There is no exercise "77". ${exist}`],
  ["03,7", `There is no exercise "7". ${exist}`],
  ["04", `There is no exercise "04". ${exist}`],
  ["03-four-apis", `There is no exercise "03-four-apis". Did you mean 03-three-apis? ${exist}`],
  ["03-three", `There is no exercise "03-three". Did you mean 03-three-apis? ${exist}`],
  ["three", `There is no exercise "three". Did you mean 03-three-apis? ${exist}`],
  ["canc", `There is no exercise "canc". Did you mean 05-cancellation? ${exist}`],
  [
    "exercises/03-thre-apis",
    `There is no exercise "exercises/03-thre-apis". Did you mean 03-three-apis? ${exist}`,
  ],
  ["yelow", `There is no exercise "yelow". Did you mean yellow? ${exist}`],
  ["black", `There is no exercise "black". ${exist}`],
  ["03-99", `There is no exercise "03-99". ${exist}`],
  ["3.0", `There is no exercise "3.0". ${exist}`],
  ["-3", `There is no exercise "-3". ${exist}`],
  ["../03", `There is no exercise "../03". ${exist}`],
  ["05-02", `The range "05-02" runs backwards. Write the smaller number first.`],
  ["", `No exercise is named. ${exist}`],
  [" , ", `No exercise is named. ${exist}`],
])("%j is refused, with what exists", (list, message) => {
  expect(() => selectExercises(list, known)).toThrow(new UsageError(message));
});

test("one exercise, where one is wanted", () => {
  expect(selectExercise("exercises/05/", known)).toBe("05-cancellation");
  expect(() => selectExercise("white", known)).toThrow(
    '"white" names 4 exercises; name one, such as 01-first-await.',
  );
});

test("ids come apart, and lists of them are short", () => {
  expect([slugOf("02-calling-vs-running"), numberOf("02-calling-vs-running")]).toEqual([
    "calling-vs-running",
    "02",
  ]);
  expect(shortList(known)).toBe("01–03, 05–06");
  expect(shortList(["09-a", "10-b", "12-c"])).toBe("09–10, 12");
  expect(shortList([])).toBe("");
});
