// Attacks by what a student may type into a profile, which a roster or a worksheet repeats.
import { type Attack, rubbish } from "../attack.ts";
import type { ClassName } from "../classes.ts";

interface Profile {
  id: string;
  name: string;
  email: string;
  [column: string]: string;
}

const eve: Profile = { id: "2001", name: "Eve Mallory", email: "eve@example.org" };

function line(columns: string, profile: Record<string, string>): string {
  const cell = (value = "") => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return columns
    .split(",")
    .map((column) => cell(profile[column]))
    .join(",");
}

const rosters: Partial<Record<ClassName, string>> = {
  roster: "id,name,email,section,department,city,phone,web",
  canvas: "id,name,email,section,canvas_id,sis_user_id,sis_login_id,department,city",
  "moodle, with a roster": "id,name,email,moodle_id,Department,Institution,MoodleNet profile ID",
};
const files: Partial<Record<ClassName, string>> = {
  roster: "Eve Mallory/three-apis.ts",
  canvas: "malloryeve_22222_67999_three-apis.ts",
  "moodle, with a roster": "Eve Mallory_22222_assignsubmission_file/three-apis.ts",
};
const numbers: Partial<Record<ClassName, Record<string, string>>> = {
  canvas: { canvas_id: "22222", sis_user_id: "s2001", sis_login_id: "emallory" },
  "moodle, with a roster": { moodle_id: "22222" },
};

type More = Partial<Attack> & { absent?: true; first?: true };

/** Eve's own row says what she typed; she hands rubbish in, or nothing. */
function typed(class_: ClassName, what: string, profile: Record<string, string>, more: More = {}): Attack {
  const { absent, first, ...rest } = more;
  const columns = rosters[class_]!;
  const rows = [line(columns, { ...eve, ...numbers[class_], ...profile })];
  return {
    name: `profile (${class_}): ${what}`,
    tries: `to get another's marks by ${JSON.stringify(profile)}${absent ? ", without handing anything in" : ""}`,
    in: class_,
    ...(absent ? {} : { files: { [files[class_]!]: rubbish } }),
    ...(first ? { rosterAbove: rows } : { roster: rows }),
    ...(class_.startsWith("moodle") && {
      worksheet: [`Participant 22222,Eve Mallory,2001,eve@example.org,No submission,,20.00,Yes,`],
    }),
    ...rest,
  };
}

const inRoster = [
  typed("roster", "a department called as another", { department: "Ada Lovelace" }, { absent: true }),
  typed("roster", "a department that is another's id", { department: "1001" }, { first: true }),
  typed("roster", "a city that is another's folder", { city: "chidi@example.org" }, { absent: true }),
  typed("roster", "a city that is another's id", { city: "1002" }, { absent: true, first: true }),
  typed("roster", "a phone number that is another's id", { phone: "1001" }, { absent: true }),
  typed("roster", "a page that ends like an address", { web: "adalovelace@example.org" }, { absent: true }),
  typed(
    "roster",
    "an address that begins with another's name",
    { email: "adalovelace@x.org" },
    { absent: true },
  ),
  typed(
    "roster",
    "an address that begins with another's folder",
    { email: "o'neill@x.org" },
    { first: true },
  ),
  typed("roster", "an address that begins with another's id", { email: "1002@x.org" }, { absent: true }),
  typed("roster", "a section called as another", { section: "Ada Lovelace" }, { absent: true }),
  typed("roster", "another's name with an ending", { name: "Ada Lovelace Jr" }, { absent: true }),
  typed("roster", "a name that is another's id", { name: "1002" }, { absent: true, first: true }),
  typed(
    "roster",
    "a name that is another's address",
    { name: "chidi@example.org" },
    { absent: true, doubt: ["chidi@example.org", "1003", "2001"] },
  ),
  typed("roster", "a formula", { name: "=1+1", department: "@SUM(A1)", city: "+1", web: "-1" }),
  typed("roster", "another's row in a cell", {
    name: 'Eve"\r\n1001,Ada Lovelace,ada@example.org,A,x,x,x,x\r\n"',
  }),
  typed("roster", "a line end at a cell's end", { web: "x\r\n" }),
  typed("roster", "a separator of other countries", { department: ";;;;;;;;;;;;" }, { first: true }),
  typed("roster", "a key of every object", { id: "__proto__", name: "constructor" }),
  typed("roster", "an id that is blank", { id: " " }),
  typed("roster", "a quote within a word", {}, { roster: ['2001,Ev"e,eve@example.org,A,"x" y,x,x,x'] }),
  typed("roster", "a row of very many cells", {}, { roster: [`2001,Eve${",x".repeat(5000)}`] }),
  typed("roster", "a cell of a mebibyte", { department: "x".repeat(2 ** 20) }),
  typed("roster", "another's id in other case", { id: "O'NEILL" }, { mayRefuse: true }),
  typed("roster", "another's id behind a byte order mark", { id: "\ufeff1002" }, { mayRefuse: true }),
  typed("roster", "another's id in full width", { id: "\uff11\uff10\uff10\uff12" }, { absent: true }),
  typed(
    "roster",
    "another's name and no other",
    { name: "Ada Lovelace" },
    {
      absent: true,
      doubt: ["Ada Lovelace", "1001", "2001"],
    },
  ),
  typed(
    "roster",
    "another's name the other way round",
    { name: "Lovelace, Ada" },
    {
      absent: true,
      doubt: ["Ada Lovelace", "1001", "2001"],
    },
  ),
  typed(
    "roster",
    "another's address",
    { email: "chidi@example.org" },
    {
      absent: true,
      doubt: ["chidi@example.org", "1003", "2001"],
    },
  ),
  typed(
    "roster",
    "another's folder as her id",
    { id: "Ada Lovelace" },
    {
      absent: true,
      doubt: ["Ada Lovelace", "1001"],
    },
  ),
];

const inCanvas = [
  typed("canvas", "a department that is another's number", { department: "12345" }, { absent: true }),
  typed(
    "canvas",
    "a city called as another's files",
    { city: "lovelaceada_12345" },
    { absent: true, first: true },
  ),
  typed("canvas", "a department called as another's files", { department: "lovelaceada" }, { absent: true }),
  typed(
    "canvas",
    "an address that begins with another's files",
    { email: "lovelaceada@x.org" },
    { absent: true },
  ),
  typed("canvas", "an address that begins with another's number", { email: "12345@x.org" }, { first: true }),
  typed("canvas", "another's name", { name: "Ada Lovelace" }),
  typed("canvas", "another's name, without handing anything in", { name: "Lovelace, Ada" }, { absent: true }),
  typed("canvas", "the name of who handed in nothing", { name: "Noor Haddad" }),
  typed("canvas", "a name that is another's number", { name: "12345" }, { absent: true, first: true }),
  typed(
    "canvas",
    "a login called as another's files",
    { sis_login_id: "lovelaceada" },
    { absent: true, doubt: ["lovelaceada", "1001", "2001"] },
  ),
  typed("canvas", "another's address", { email: "ada@example.org" }, { absent: true }),
  typed(
    "canvas",
    "another's number in a profile of SIS",
    { sis_user_id: "12345" },
    {
      absent: true,
      doubt: ["lovelaceada", "1001", "2001"],
    },
  ),
  typed(
    "canvas",
    "another's number as her id",
    { id: "12345" },
    {
      absent: true,
      doubt: ["lovelaceada", "1001", "12345"],
    },
  ),
  typed(
    "canvas",
    "another's files as her id",
    { id: "lovelaceada" },
    { absent: true, doubt: ["lovelaceada", "1001"] },
  ),
];

const inMoodle = [
  typed(
    "moodle, with a roster",
    "a department called as another",
    { Department: "Ada Lovelace" },
    { absent: true },
  ),
  typed(
    "moodle, with a roster",
    "a department that is another's number",
    { Department: "12345" },
    { first: true },
  ),
  typed("moodle, with a roster", "an institution that is another's id", { Institution: "Participant 12345" }),
  typed("moodle, with a roster", "a MoodleNet profile that ends as another's number", {
    "MoodleNet profile ID": "@eve@moodle.net/12345",
  }),
  typed("moodle, with a roster", "a MoodleNet profile of who handed in nothing", {
    "MoodleNet profile ID": "12349",
  }),
  typed("moodle, with a roster", "an address that begins with another's name", {
    email: "adalovelace@x.org",
  }),
  typed("moodle, with a roster", "another's address", { email: "ada@example.org" }, { first: true }),
  typed("moodle, with a roster", "another's name", { name: "Ada Lovelace" }, { first: true }),
  typed("moodle, with a roster", "another's id", { Institution: "1001", Department: "1005" }),
];

export const profiles = [...inRoster, ...inCanvas, ...inMoodle];
