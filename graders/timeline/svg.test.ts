// The timeline's SVG: well-formed, safe to embed, and telling the same as the picture.
import { describe, expect, test } from "vitest";
import { call, fault, moment, outcome, threeApis, traceOf } from "./fixture.ts";
import { layout } from "./layout.ts";
import { timelineSvg } from "./svg.ts";

interface Tag {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** A small strict parser of the XML that has only elements, attributes and text. Throws where it is not well-formed. */
function parsed(xml: string): Tag[] {
  const [tags, open]: [Tag[], Tag[]] = [[], []];
  const token = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let match = token.exec(xml); match; match = token.exec(xml)) {
    end = token.lastIndex;
    const [, closes, name, attributes, empty, text] = match;
    if (text !== undefined) checkText(text);
    if (text !== undefined && open.length) open.at(-1)!.text += text;
    else if (text?.trim()) throw new Error(`Text outside of the root: ${text}`);
    if (name === undefined) continue;
    if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const pairs = [...attributes!.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)].map(([, key, value]) => [
      key!,
      value!,
    ]);
    for (const [, value] of pairs) checkText(value!);
    const tag = { name, attributes: Object.fromEntries(pairs), text: "" };
    if (Object.keys(tag.attributes).length !== pairs.length)
      throw new Error(`<${name}> has an attribute twice`);
    tags.push(tag);
    if (!empty) open.push(tag);
  }
  if (end !== xml.length) throw new Error(`Not well-formed at ${xml.slice(end, end + 40)}`);
  if (open.length) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return tags;
}

function checkText(text: string): void {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`A bare & in ${text}`);
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(text))
    throw new Error("A forbidden character");
}

function textsOf(svg: string): string[] {
  return parsed(svg)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}

describe("the three APIs", () => {
  const { yours, ghost } = threeApis();
  const svg = timelineSvg(layout(yours, ghost));

  test("say all that the picture says", () => {
    expect(textsOf(svg)).toEqual([
      "your code",
      ...["0 ms", "500", "1000", "1500", "2000", "2500", "3000"],
      ...["fetchApi(1)", "fetchApi(2)", "fetchApi(3)", "settled", "resolved at 3000 ms"],
      "as it could be",
      ...["fetchApi(1)", "fetchApi(2)", "fetchApi(3)", "settled", "resolved at 1000 ms"],
    ]);
  });

  test("are to scale: each call a third of the axis, in turn, and all at once in the ghost", () => {
    const bars = parsed(svg).filter(({ attributes }) => attributes.class === "shape async");
    const [x, width] = ["x", "width"].map((key) => bars.map(({ attributes }) => Number(attributes[key])));
    const third = width![0]!;
    expect(width!.map((one) => Math.round(one / third))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(x!.map((one) => Math.round((one - x![0]!) / third))).toEqual([0, 1, 2, 0, 0, 0]);
  });

  test("have a name and a description for those who cannot see", () => {
    const [root, title, desc] = parsed(svg);
    expect([root!.name, root!.attributes.role]).toEqual(["svg", "img"]);
    expect([title!.name, title!.text]).toEqual([
      "title",
      "Timeline: your code resolved at 3000 ms; as it could be resolved at 1000 ms",
    ]);
    expect([desc!.name, desc!.text]).toEqual([
      "desc",
      "your code: fetchApi(1) 0 to 1000 ms; fetchApi(2) 1000 to 2000 ms; fetchApi(3) 2000 to 3000 ms; " +
        "settled: resolved at 3000 ms, which is wrong. as it could be: fetchApi(1) 0 to 1000 ms; fetchApi(2) 0 to 1000 ms; " +
        "fetchApi(3) 0 to 1000 ms; settled: resolved at 1000 ms.",
    ]);
  });

  test("are one document in light and dark, without ids, scripts or references", () => {
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg).not.toMatch(/<script|<foreignObject|<image|<use|\bid=|\bhref|url\(|@import|\bon[a-z]+=/i);
    expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });

  test("have rules for every class, in both themes, and only under their own class", () => {
    const tags = parsed(svg);
    const style = tags.find(({ name }) => name === "style")!.text;
    const used = new Set(tags.flatMap(({ attributes }) => attributes.class?.split(" ") ?? []));
    for (const name of ["dojo-timeline", "shape", "ghost", "title"]) used.delete(name);
    const [light, dark] = style.split("@media") as [string, string];
    for (const name of used) {
      expect(light).toContain(`.dojo-timeline .${name}{`);
      expect(dark).toContain(`.dojo-timeline .${name}{`);
    }
    expect(style.match(/[^{}]+(?=\{)/g)!.every((rule) => /^(\.dojo-timeline|@media)/.test(rule))).toBe(true);
  });
});

test("every shape is well-formed and inside the picture", () => {
  const error = { how: "rejected" as const, value: fault("Error", "boom") };
  const calls = [
    call("work", ["aborted"], 0, 5000, { aborted: 300, ...error }),
    call("work", ["endless"], 100),
    call("work", ["instant"], 200, 200),
    call("work", ["thread"], 0, 900, { on: "thread", thread: 1 }),
    call("work", ["loop"], 500, 700, { on: "loop" }),
    call("work", ["short"], 700, 701, error),
  ];
  const outcomes = [
    outcome("rejected", 900, "no", "first"),
    outcome("pending", undefined, undefined, "second"),
  ];
  const trace = traceOf(calls, outcomes, {
    blocked: [{ from: 500, to: 700, by: "work" }],
    beats: [{ name: "beat", due: 600, ...moment(700) }],
    left: { timers: [], listeners: { client: 2 } },
    aborts: [{ ...moment(300), name: "signal" }],
    notes: [{ ...moment(400), name: "log", value: "saved", given: true }],
    timersMade: [
      { kind: "timeout", ms: 400, madeAt: 0, dueAt: 400, fired: [400] },
      { kind: "timeout", ms: 500, madeAt: 0, dueAt: 500, cleared: 300 },
      { kind: "interval", ms: 10, madeAt: 0, dueAt: 10, fired: [10, 20] },
    ],
    floating: [{ ...moment(900), reason: fault("Error", "boom") }],
  });
  const other = traceOf(calls.slice(1), outcomes);
  const tags = parsed(timelineSvg(layout(trace, other)));
  const [, , width, height] = tags[0]!.attributes.viewBox!.split(" ").map(Number);
  for (const { attributes, text } of tags) {
    const [x, y] = [Number(attributes.x ?? 0), Number(attributes.y ?? 0)];
    expect([x >= 0, y >= 0, x + text.length * 7 * Number("x" in attributes) <= width!, y <= height!]).toEqual(
      [true, true, true, true],
    );
  }
  const legend = ["blocks the event loop", "on a thread", "goes on after its abort", "takes no time"];
  expect(tags.map(({ text }) => text)).toEqual(expect.arrayContaining(legend));
});

test("a text before the mark at a bar's end leaves a piece of the bar between them", () => {
  const late = call("work", [], 0, 3000);
  late.signal = { aborted: moment(3000, 4) };
  const tags = parsed(timelineSvg(layout(traceOf([late], outcome("rejected", 3000)))));
  const bar = tags.find(({ attributes }) => attributes.class === "shape async")!.attributes;
  const index = tags.findIndex(({ text }) => text === "aborted at 3000 ms, after its end");
  const paper = tags[index - 1]!.attributes;
  const [from, to] = [Number(bar.x), Number(bar.x) + Number(bar.width)];
  expect([Number(paper.x) > from, Number(paper.x) + Number(paper.width) < to - 12]).toEqual([true, true]);
});

test("hostile text stays text", () => {
  const evil = `</text><script>alert(1)</script>&<!--"'\u0000\u001b[31m\ud800\ufffe\u202e`;
  const failed = { how: "rejected" as const, value: fault(evil, evil) };
  const trace = traceOf(
    [call("get", [evil, { [evil]: evil }], 0, 1000, failed)],
    [outcome("rejected", 1000, failed.value, evil)],
  );
  const svg = timelineSvg(layout(trace));
  expect(parsed(svg).map(({ name }) => name)).not.toContain("script");
  expect(svg).toContain("&#60;/text&#62;");
  expect(svg).not.toContain("\u202e");
});

test("a part of a run says which, in the picture and in the title", () => {
  const parts = ["Order 1", "Order 2"].map((label, i) => ({
    ...outcome("fulfilled", i * 5000 + 300, 1, label),
    start: moment(i * 5000),
  }));
  const calls = [call("Order 1: prepare", [1], 0, 300), call("Order 2: prepare", [2], 5000, 5300)];
  const svg = timelineSvg(layout(traceOf(calls, parts), undefined, "Order 2 is late."));
  expect(textsOf(svg)).toEqual([
    "part 2 of 2: Order 2",
    "your code",
    ...["0 ms", "50", "100", "150", "200", "250", "300"],
    ...["prepare(2)", "settled", "resolved at 300 ms"],
  ]);
  expect(parsed(svg)[1]!.text).toBe("Timeline of part 2 of 2: Order 2: your code resolved at 300 ms");
});
