import { expect, test } from "vitest";
import { markdownLines } from "./markdown.ts";

const marked = (style: unknown, text: string) => `<${style}>${text}`;

test("a signature that is too long goes on below it", () => {
  const readme =
    "```ts\n  fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]>;\n```\n";
  expect(markdownLines(readme, 50, (_style, text) => text)).toEqual([
    "      fetchAllApis(fetchApi: (apiNum: number)",
    "          => Promise<ApiResponse>):",
    "          Promise<ApiResponse[]>;",
  ]);
});

test("headings stand out, code is left as it is, a table's row becomes a line that may break", () => {
  const readme = `# 03 · Three

\`\`\`ts
f(): void;
\`\`\`

## Graded

- one

| Python         | TypeScript |
| -------------- | ---------- |
| \`a \\| b\`    | \`Promise.all([1, 2, 3])\` |
`;
  expect(markdownLines(readme, 24, marked)).toEqual([
    "<bold>03 · Three",
    "",
    "<cyan>    f(): void;",
    "",
    "<bold>Graded",
    "",
    "- one",
    "",
    "Python → TypeScript",
    "`a | b` →",
    "  `Promise.all([1, 2,",
    "  3])`",
  ]);
});
