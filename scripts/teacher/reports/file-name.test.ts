// No two ids share a file on any system, whoever chose them; and a name says whose the file is.
import { expect, test } from "vitest";
import { fileNameOf, isSettled } from "./file-name.ts";

/** What file systems make of a name before they compare it: each one does some of it. */
const folds: ((name: string) => string)[] = [
  (name) => name.normalize("NFC"),
  (name) => name.normalize("NFKC"),
  (name) => name.normalize("NFD").toLowerCase(),
  (name) => name.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD"),
  (name) => name.toLowerCase().toUpperCase().normalize("NFC"),
  (name) => name.replace(/\p{Default_Ignorable_Code_Point}/gu, "").toLowerCase(),
  (name) => name.replace(/[. ]+$/, "").toUpperCase(),
];

// Each looks like another one, to some system or as another one's generated name.
const lookalikes = [
  ..."ada Ada ADA aDA ada~1 Ada~1 ada~ ada~7 ada~~ ada~~0 é é É e E K k ß ẞ ss SS ſs ſ s S i I ı İ i̇".split(
    " ",
  ),
  ..."o'neill o_neill O'Neill o_neill-48977942 σ ς Σ ά Ά µ μ Å Å ﬁ fi Ⅻ xii ｆ f café cafe café ǅ ǆ a/b a\\b a:b a_b".split(
    " ",
  ),
  ..."con CON con.x com1 com¹ COM1 nul aux.md lpt0 日本 か\u3099 が ｶ カ 김 \u1100\u1175\u11b7 أ ا\u0654".split(
    " ",
  ),
  ...[
    "",
    " ",
    ".",
    "..",
    "...",
    "x",
    "x.",
    "x ",
    " x",
    "x. .",
    "x\u200b",
    "x\u202e",
    "x\u0000",
    "-rf",
    "~",
    "$x",
    "%41",
  ],
  ...[
    "\ud800",
    "\ud801",
    "\udc00",
    "\ufffd",
    "\u{1f600}",
    "\u{10400}",
    "\u{10428}",
    "a".repeat(300),
    "a".repeat(301),
  ],
  ...["A".repeat(120), "a".repeat(119), "Ж".repeat(60), "ж".repeat(60), "é".repeat(90), "e\u0301".repeat(90)],
];

test("no two ids have one name, on systems that fold case, compose, or drop what does not show", () => {
  const generated = lookalikes.map(fileNameOf);
  // Whoever calls themselves what another's file is called gets another name, too.
  const ids = [...new Set([...lookalikes, ...generated, ...generated.map((name) => name.toUpperCase())])];
  const names = ids.map(fileNameOf);
  for (const fold of folds) {
    const groups = Map.groupBy(ids, (id) => fold(fileNameOf(id)));
    expect([...groups.values()].filter((group) => group.length > 1)).toEqual([]);
  }
  for (const name of names) {
    expect(name).toMatch(
      /^(?!(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$))[\p{L}\p{N}_][^/\\:*?"<>|\p{C}]*(?<![ .])$/iu,
    );
    expect(Buffer.byteLength(`${name.normalize("NFD")}.json`)).toBeLessThanOrEqual(255);
  }
});

test("letters that stand for themselves are the same to every system exactly where they are to us", () => {
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (character) => isSettled(character) || /^[a-zA-Z0-9]$/.test(character),
  );
  expect(all.length).toBeGreaterThan(30_000);
  for (const fold of folds) {
    const same = [...Map.groupBy(all, fold).values()];
    expect(same.filter((group) => new Set(group.map((each) => each.toLowerCase())).size > 1)).toEqual([]);
  }
  // And none of them becomes a part of its neighbour.
  expect(
    all.filter((character) => /\p{M}/u.test(character) || `x${character}`.normalize("NFC").length !== 2),
  ).toEqual([]);
});

test("a name says whose it is, and depends on nobody else", () => {
  const names = {
    ada: "ada",
    "Ada Lovelace": "Ada Lovelace~11",
    "O'Neill-Şahin, Zoë": "O'Neill-Şahin, Zoë~5018",
    "ada@example.org": "ada@example.org",
    李小龍: "李小龍",
    "Ольга Иванова": "Ольга Иванова~14",
    "o_neill-48977942": "o_neill-48977942",
    strauß: expect.stringMatching(/^strau_~~[0-9a-f]{32}$/),
    "../../etc/passwd": expect.stringMatching(/^_______etc_passwd~~[0-9a-f]{32}$/),
    "con.txt": expect.stringMatching(/^con_txt~~[0-9a-f]{32}$/),
    "👩‍💻": expect.stringMatching(/^_{4}~~[0-9a-f]{32}$/),
  };
  expect(Object.fromEntries(Object.keys(names).map((id) => [id, fileNameOf(id)]))).toEqual(names);
});
