import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";

const place = { root: "/dojo", folder: "/home/t", known: ["01-first-await", "03-three-apis"] };
const parse = (line: string) => parseArguments(line.split(" ").filter(Boolean), place);

test("a platform, where its package goes, and what is graded there", () => {
  expect(parse("gradescope")).toEqual({ name: "gradescope", out: "/home/t/dist" });
  expect(parse("gradescope --only 3 --out ..")).toEqual({
    name: "gradescope",
    out: "/home",
    only: ["03-three-apis"],
  });
  expect(parse("github --repository ada/async-dojo")).toEqual({
    name: "github",
    out: "/home/t/dist",
    repository: "ada/async-dojo",
  });
  expect(parse("--help")).toEqual({ help: expect.stringContaining("npm run package --") });
});

test("anything else is refused, with what there is", () => {
  const faults = ["", "moodle", "gradescope 01", "gradescope --only 77", "github --repository https://x"];
  for (const line of faults) expect(() => parse(line), line).toThrow(UsageError);
  expect(() => parse("")).toThrow("Name a platform: gradescope or github. See: npm run package -- --help");
});
