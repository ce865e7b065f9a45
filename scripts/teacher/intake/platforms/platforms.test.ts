import { expect, test } from "vitest";
import type { Owner } from "./platform.ts";
import { downloadOf } from "./platforms.ts";

/** Whose each is: `name number upload file`; names that end in `/` are folders. */
async function read(...names: string[]) {
  const entries = names.map((name) =>
    name.endsWith("/")
      ? { name: name.slice(0, -1), kind: "folder" as const }
      : { name, kind: "file" as const },
  );
  const { owners, pretenders } = await downloadOf(entries, () => true, { exercises: [] });
  return {
    owners: Object.fromEntries(Array.from(owners, ([name, owner]) => [name, shown(owner)])),
    pretenders,
  };
}

function shown({ name, number, upload, file, doubt }: Owner) {
  return doubt ? `${doubt.join(" or ")}: ${file}` : [name, number?.value, upload, file].join(" ").trim();
}

test.each([
  ["lovelaceada_12345_67890_three-apis.ts", "lovelaceada 12345 67890 three-apis.ts"],
  ["lovelaceada_LATE_12345_67890_three-apis.ts", "lovelaceada 12345 67890 three-apis.ts"],
  ["müllerjörg_12345_67890_answer.zip", "müllerjörg 12345 67890 answer.zip"],
  ["anon_x7YzQ_67890_three-apis.ts", "anon_x7YzQ  67890 three-apis.ts"],
  ["LATE_anon_x7YzQ_67890_three-apis.ts", "anon_x7YzQ  67890 three-apis.ts"],
  ["lovelaceada_12345_text.html", "lovelaceada 12345"],
  ["lovelaceada_LATE_12345_link.html", "lovelaceada 12345"],
  ["anon_x7YzQ_text.html", "anon_x7YzQ"],
  ["Ada Lovelace_123_assignsubmission_file_three-apis.ts", "Ada Lovelace 123  three-apis.ts"],
  ["Team A_assignsubmission_file_x_y.zip", "Team A   x_y.zip"],
  ["Ada Lovelace_12345_assignsubmission_file/", "Ada Lovelace 12345"],
  ["Ada Lovelace_12345_assignsubmission_file_/", "Ada Lovelace 12345"],
  ["Ada Lovelace_12345_assignsubmission_onlinetext/", "Ada Lovelace 12345"],
  ["Default group_assignsubmission_file/", "Default group"],
])("%s", async (name, owner) => {
  expect(Object.values((await read(name)).owners)).toEqual([owner]);
});

test("other names are nobody's", async () => {
  const files = ["three-apis.ts", "x_1_timeout.ts", "ada_12345.zip", "1_2_3.ts", "_1_2_x.ts", "report.html"];
  const folders = ["ada/", "ada_12345_67890_x/", "three-apis-ada/", "assignsubmission_file/"];
  for (const name of [...files, ...folders]) expect(await read(name)).toEqual({ owners: {}, pretenders: [] });
});

test("a student's name that ends like another's number is not read as that one", async () => {
  const honest = "lovelaceada_12345_67890_three-apis.ts";
  const { owners } = await read(
    honest,
    "eve_12345_22222_67891_three-apis.ts",
    "lovelaceada_12345_22222_67892_x.zip",
  );
  expect(owners).toEqual({
    [honest]: "lovelaceada 12345 67890 three-apis.ts",
    "eve_12345_22222_67891_three-apis.ts": "eve_12345 or eve_12345_22222: three-apis.ts",
    "lovelaceada_12345_22222_67892_x.zip": "lovelaceada_12345 or lovelaceada_12345_22222: x.zip",
  });
});

test("Moodle: a name or a file with another's number in it is nobody's; with the same it is a file's", async () => {
  const folder = "assignsubmission_file";
  const [twice, other] = [
    `Ada L_1_${folder}_Ada L_1_${folder}_x.zip`,
    `Ada L_1_${folder}_1_${folder}_22_${folder}_x.zip`,
  ];
  expect((await read("Bela_2_assignsubmission_file_x.ts", twice, other)).owners).toEqual({
    "Bela_2_assignsubmission_file_x.ts": "Bela 2  x.ts",
    [twice]: `Ada L 1  Ada L_1_${folder}_x.zip`,
    [other]: "Ada L_1 or …_22: x.zip",
  });
});

test("numbers in a file's name are no student's, where no upload of the download is that early", async () => {
  const dated = "lovelaceada_12345_67890_work_2026_11_03.zip";
  expect((await read("bytebela_12346_67891_x.ts", dated)).owners[dated]).toBe(
    "lovelaceada 12345 67890 work_2026_11_03.zip",
  );
});

test("a platform names all of its download: among other names, one like its own is somebody's own making", async () => {
  const theirs = "lovelaceada_12345_67890_three-apis.zip";
  expect(await read("ada/", "bela/", theirs)).toEqual({ owners: {}, pretenders: [theirs] });
  const moodles = "x_12345_assignsubmission_file__22222_67890_three-apis.ts";
  const canvas = ["bytebela_1_67890_x.ts", "clarkjoan_2_67891_x.ts", moodles];
  expect((await read(...canvas)).owners[moodles]).toBe(
    "x_12345_assignsubmission_file_ 22222 67890 three-apis.ts",
  );
});

test("of what people name so, too, it is the platform that leaves the fewest without an owner", async () => {
  const entries = ["a - timeout.ts", "b - timeout.ts", "c_timeout.ts"].map((name) => ({
    name,
    kind: "file" as const,
  }));
  const { platform, owners } = await downloadOf(entries, () => true, { exercises: ["04-timeout"] });
  expect([platform!.name, [...owners.values()].map(({ name }) => name)]).toEqual(["flat", ["a", "b", "c"]]);
});

test("a name made to be read in very many ways is read in no time", async () => {
  expect((await read(`x${"_1".repeat(30_000)}_x.zip`)).owners).not.toEqual({});
});
