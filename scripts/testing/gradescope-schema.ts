// What Gradescope documents of results.json, as strict as it can be read: a field that it does not know is a slip of ours.
import * as v from "valibot";

const format = v.picklist(["text", "html", "simple_format", "md", "ansi"]);
const visibility = v.picklist(["hidden", "after_due_date", "after_published", "visible"]);
const score = v.pipe(v.number(), v.finite());

const test = v.strictObject({
  score: v.optional(score),
  max_score: v.optional(score),
  status: v.optional(v.picklist(["passed", "failed"])),
  name: v.optional(v.string()),
  name_format: v.optional(format),
  number: v.optional(v.string()),
  output: v.optional(v.string()),
  output_format: v.optional(format),
  tags: v.optional(v.array(v.string())),
  visibility: v.optional(visibility),
  extra_data: v.optional(v.record(v.string(), v.unknown())),
});

const placed = v.strictObject({
  name: v.string(),
  value: v.union([v.number(), v.string()]),
  order: v.optional(v.picklist(["asc", "desc"])),
});

export const gradescopeSchema = v.pipe(
  v.strictObject({
    score: v.optional(score),
    execution_time: v.optional(score),
    output: v.optional(v.string()),
    output_format: v.optional(format),
    test_output_format: v.optional(format),
    test_name_format: v.optional(format),
    visibility: v.optional(visibility),
    stdout_visibility: v.optional(visibility),
    extra_data: v.optional(v.record(v.string(), v.unknown())),
    tests: v.optional(v.array(test)),
    leaderboard: v.optional(v.array(placed)),
  }),
  v.check(
    ({ score, tests }) => score !== undefined || (tests?.every((each) => each.score !== undefined) ?? false),
    "A score is needed: of the whole, or of each test.",
  ),
);
