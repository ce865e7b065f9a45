import { expect, test } from "vitest";
import { create } from "xmlbuilder2";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { junitText } from "./junit.ts";

test("a suite for each student's exercise; counts, kinds and points are right, hostile text stays text", async () => {
  const ada = await resultOf('a<d>a\u0000 & "co"', {
    "03-three-apis": "passed failed:sequential-await skipped",
    "04-timeout": "grader-error never-settled passed",
  });
  ada.exercises[0]!.checks[1]!.feedback = 'It is ]]> <b>"bad"</b> \u0007\ufffe\nsecond line';
  const exercises = ada.exercises.map((each, index) => (index === 0 ? { ...each, seconds: 0.12345 } : each));
  const text = [...junitText(memoryReport([{ ...ada, exercises }]), create)].join("");
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  // The reader leaves entities as they are written.
  const { testsuites } = create(text).end({ format: "object" }) as any;
  const [three, timeout] = testsuites.testsuite;
  expect(three).toMatchObject({
    "@name": "a&lt;d&gt;a\\u0000 &amp; &quot;co&quot;: 03-three-apis",
    "@tests": "3",
    "@failures": "1",
    "@errors": "0",
    "@skipped": "1",
    "@time": "0.123",
    properties: {
      property: [
        { "@name": "score", "@value": "3" },
        { "@name": "max score", "@value": "10" },
        { "@name": "virtual ms: promise 1", "@value": "1000" },
      ],
    },
  });
  expect(three.testcase).toEqual([
    {
      "@classname": "a&lt;d&gt;a\\u0000 &amp; &quot;co&quot;.03-three-apis",
      "@name": "promise 1",
    },
    expect.objectContaining({
      failure: {
        "@message": "It is ]]&gt; &lt;b&gt;&quot;bad&quot;&lt;/b&gt; \\u0007\\ufffe",
        "@type": "sequential-await",
        "#": 'It is ]]&gt; &lt;b&gt;"bad"&lt;/b&gt; \\u0007\\ufffe\nsecond line',
      },
    }),
    expect.objectContaining({ skipped: {} }),
  ]);
  expect(timeout).toMatchObject({ "@failures": "1", "@errors": "1", "@skipped": "0" });
  expect(timeout).not.toHaveProperty("@time");
});

test("a class of nobody is a document all the same", () => {
  expect([...junitText(memoryReport([]), create)].join("")).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Async Dojo">\n</testsuites>\n',
  );
});
