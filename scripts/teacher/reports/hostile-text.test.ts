// A class that calls itself what it likes, in every format and on the terminal: nothing of it steers what shows it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, test } from "vitest";
import { print } from "../../lib/terminal.ts";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { keptOutput } from "../../testing/outputs.ts";
import type { ClassReport } from "../class-report.ts";
import { moodleLines, shownClass } from "../grade/closing.ts";
import { showProgress } from "../grade/progress.ts";
import { changesLines } from "../gradebook/changes.ts";
import type { SubmissionResult } from "../results.ts";
import { csvText, findingLines, notComparedLines } from "../similar/show.ts";
import { formats } from "./formats.ts";
import { Worksheet } from "./moodle/worksheet.ts";
import { fill } from "./moodle.ts";

const honest = [
  "ada",
  "Zoë Müller",
  "O'Neill",
  "李小龍",
  "نور",
  "👩‍💻 Grace",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ann",
  "می‌خواهم",
  "-5",
  "@octocat",
  "a.b@c.de",
];
const hostile = [
  "\u001b[2J\u001b]0;title\u0007",
  "\u009b31m\u0085",
  "\u202eada\u2066\u200f\u061c",
  "\ufeff\u200b\u2060\u00ad\u{e0041}",
  "\ud800\ufffe\u{1ffff}",
  "x\n::stop-commands::y\r::error::z\u2028::warning::",
  "  ::add-mask::5",
  "##[error]a ##vso[task.complete]b ##teamcity[x]",
  "@octocat #1 GH-1 www.evil.example https://evil.example :joy: $x$ deadbeef1 [x](y) <img src=x> | `x` ``",
  "````\n# heading\n- [ ] task\n1. one\n> quote\n[^1]: note",
  "=HYPERLINK(1);=1+1\n@SUM(1)",
  "</script><!--]]>&amp;\"'",
  "\u001f\u007f".repeat(4_000),
];

const all = await Promise.all([...honest, ...hostile].map(handedIn));
const report = reportOf(all);
const files = await written(report);

async function handedIn(id: string): Promise<SubmissionResult> {
  const result = await resultOf(id, { "03-three-apis": "failed:sequential-await passed", "04-timeout": "" });
  const own = structuredClone(result);
  // What quotes a submission passes the judge's gate, and what an older gradebook holds may not have.
  if (hostile.includes(id)) own.exercises[0]!.checks[0]!.feedback = `It is ${id}\n${id}`;
  return own;
}

function reportOf(results: readonly SubmissionResult[]): ClassReport {
  const person = (id: string) => ({ id, name: id, email: id, section: id, lms: { canvas: id, login: id } });
  const late = { submitted: "2026-12-02T10:00:00Z", days: 1, percent: 10 };
  const of = results.map(({ id, score }, index) => {
    return [id, { late, mark: 0.9 * score, ...(index % 2 === 0 && { person: person(id) }) }] as const;
  });
  const unmatched = { roster: hostile.map(person), submissions: hostile };
  return memoryReport(results, { of: Object.fromEntries(of), unmatched });
}

async function written(of: ClassReport): Promise<Map<string, string>> {
  const out = mkdtempSync(join(tmpdir(), "async-dojo-hostile-"));
  for (const format of formats) await format.write(of, out);
  const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = new Map(
    written.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(out.length + 1), readFileSync(path, "utf8")];
    }),
  );
  rmSync(out, { recursive: true });
  return texts;
}

// Joiners and variation selectors are no harm, and much of the world's writing needs them.
const steering =
  /[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]--[\n\u200c\u200d\ufe0f]]/v;

/** What in a text would steer a terminal, or be a command to a CI's log. `isolates`: around names, in pairs, it may. */
function harmIn(text: string, { isolates }: { isolates: boolean }): string[] {
  const named = isolates ? text.replace(/\u2068([^\u2066-\u2069\n]*)\u2069/g, "$1") : text;
  const plain = named.replaceAll("\r\n", "\n").replaceAll("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "");
  const lines = plain.split(/\r\n|[\r\n]/);
  return lines.filter((line) => steering.test(line) || /^\s*::/.test(line) || /##[a-z]*\[/i.test(line));
}

test("every file of every format: no byte that steers, no command, and honest names as they are", async () => {
  expect(new Set(Array.from(files.keys(), (path) => extname(path)))).toEqual(
    new Set([".json", ".html", ".csv", ".md", ".xml"]),
  );
  // A mark at a table's very beginning is ours.
  for (const [path, text] of files)
    expect(
      harmIn(path.endsWith(".csv") ? text.replace(/^\uFEFF/, "") : text, { isolates: path.endsWith(".md") }),
      path,
    ).toEqual([]);
  const missing = (path: string) => honest.filter((name) => !files.get(path)!.includes(name));
  for (const path of ["results.json", "index.html", "grades.csv", "details.csv", "junit.xml"])
    expect(missing(path), path).toEqual([]);
  // Canvas is told of those whom the roster knows alone.
  expect(missing("canvas.csv")).toEqual(honest.filter((_, index) => index % 2 === 1));
  const parsed = JSON.parse(files.get("results.json")!).submissions.map(({ id }: { id: string }) => id);
  expect(parsed).toEqual([...honest, ...hostile].sort());
  expect(Array.from(files.keys()).filter((path) => /^feedback/.test(path))).toHaveLength(all.length);
});

test("whoever else is in the class: an honest student's own files are the same, byte for byte", async () => {
  const perStudent = (files: Map<string, string>) => [...files].filter(([path]) => path.includes("/"));
  const alone = await written(reportOf(all.slice(0, honest.length)));
  expect(perStudent(alone).filter(([path, text]) => files.get(path) !== text)).toEqual([]);
  expect(perStudent(alone).length).toBe(honest.length * 6);
});

test("Markdown: outside of code a stranger has plain words alone", async () => {
  for (const [path, text] of files) {
    if (!path.endsWith(".md")) continue;
    const fence = /^(`{3,})text\n[\s\S]*?\n\1$/gm;
    const [heading = "", ...rest] = text.replace(fence, "").split("\n");
    const name = /^# (.*): 17 of 20 points$/.exec(heading.replace(/\u2068|\u2069/g, ""))![1]!;
    const outside = name.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
    expect(outside, path).toMatch(/^[\p{L}\p{M} '’]*$/u);
    expect(rest.join("\n"), path).not.toMatch(/[@$<]|www|heading|octocat/);
  }
});

test("the terminal: as for the files; a name written from right to left keeps its place", async () => {
  const output = keptOutput();
  const shown = shownClass(report, {}, output);
  print(output, shown.lines);
  const progress = showProgress(output, all.length);
  for (const result of all) progress.graded(result);
  const moves = hostile.map((submission) => ({ submission, before: 0, after: 1 }));
  const group = {
    exercise: "03-three-apis",
    check: "x",
    title: "x",
    cause: "again",
    count: 99,
    moves,
  } as const;
  const changes = { since: "2026-12-01T00:00:00Z", moved: 99, groups: [{ ...group, moves: [...moves] }] };
  print(output, changesLines({ ...changes, added: hostile, gone: hostile }, 80));
  const cells = hostile.map((name) => `"${name.replaceAll('"', '""')}",,`).join("\n");
  const sheet = Worksheet.of(`Full name,Grade,Feedback comments\n${cells}`, "w.csv");
  const { told } = fill(report, sheet);
  print(output, moodleLines({ ...told, warnings: [...hostile] }, sheet, 80));
  const span = { file: hostile[5]!, from: 1, to: 2 };
  const finding = {
    exercise: "03-three-apis",
    kind: "alike",
    share: 1,
    evidence: 20,
    stretches: [],
  } as const;
  const pairs = hostile.map((id) => ({
    ...finding,
    ids: [id, "نور"],
    stretches: [],
    spans: [{ first: span, second: span }],
  }));
  const excerpt = ["x".repeat(200_000), "\u001b".repeat(50_000), ...hostile];
  for (const pair of pairs)
    print(
      output,
      findingLines(pair, [], [excerpt, excerpt], 80, (_, text) => text),
    );
  const notCompared = hostile.map((id) => ({ id, exercise: "03-three-apis", reason: `${id} is odd` }));
  print(output, notComparedLines({ findings: [], notCompared, count: 0 }));
  expect(harmIn(output.text, { isolates: true })).toEqual([]);
  expect(harmIn([...csvText(pairs)].join(""), { isolates: false })).toEqual([]);
  expect(output.text).toContain("graded 5/24 \u2068نور\u2069 17/20\n");
  expect(Math.max(...output.text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(2000);
});
