// Version 3 of Exercism's test runner interface: what its documentation says of results.json.
import * as v from "valibot";

const message = v.pipe(v.string(), v.minLength(1), v.maxLength(65_535));
const output = v.pipe(v.string(), v.maxLength(500));
const common = {
  name: v.string(),
  test_code: v.string(),
  output: v.optional(output),
  task_id: v.optional(v.pipe(v.number(), v.integer())),
};

const test = v.variant("status", [
  v.strictObject({ ...common, status: v.literal("pass") }),
  v.strictObject({ ...common, status: v.picklist(["fail", "error"]), message }),
]);
const version = v.literal(3);

export const exercismSchema = v.variant("status", [
  v.strictObject({ version, status: v.literal("error"), message, tests: v.pipe(v.array(test), v.length(0)) }),
  v.strictObject({
    version,
    status: v.picklist(["pass", "fail"]),
    tests: v.pipe(v.array(test), v.minLength(1)),
  }),
]);
