// Which columns of a teacher's list hold ids: these, and no others. What else a list holds may be what somebody typed.
import type { PlatformName } from "./owner.ts";

/** A column's name as it is compared: in small letters, without blanks and signs. */
export function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What a row's own id may be called; the first that is there is taken. */
export const ownIds = [
  "id",
  "studentid",
  "studentnumber",
  "idnumber",
  "username",
  "login",
  "loginid",
  "userid",
  "sisuserid",
  "sisloginid",
  "sid",
  "idnummer",
  "numérodidentification",
  "númerodeid",
  "numerodiidentificazione",
  "identifier",
] as const;

/** Numbers that a platform gives, as rosters call them. `identifier` is Moodle's, unless it is GitHub Classroom's. */
const platformNumbers: Readonly<Partial<Record<PlatformName, readonly string[]>>> = {
  canvas: ["canvas", "canvasid", "canvasuserid"],
  moodle: [
    "moodle",
    "moodleid",
    "moodleidentifier",
    "participant",
    "participantid",
    "participantnumber",
    "identifier",
  ],
  d2l: ["d2l", "d2lid", "brightspace", "brightspaceid"],
};

/** Given by a school, or by a platform that gives each to one person only. */
const others = [
  "sisid",
  "integrationid",
  "canvaslogin",
  "moodleusername",
  "orgdefinedid",
  "externalid",
  "github",
  "githubusername",
  "githublogin",
  "githubid",
  "gitlab",
  "gitlabusername",
] as const;

const known: ReadonlySet<string> = new Set([...ownIds, ...Object.values(platformNumbers).flat(), ...others]);

/** Whether a column of this (bare) name holds ids. */
export function holdsIds(column: string): boolean {
  return known.has(column);
}

/** The platforms' numbers among a row's ids, which go by the columns' names. */
export function numbersOf(ids: Readonly<Record<string, string>>): Partial<Record<PlatformName, string>> {
  const columns = new Map(Object.entries(ids).map(([name, value]) => [bare(name), value]));
  const ofClassroom = [...columns.keys()].some((name) => name.startsWith("github"));
  const numbers: Partial<Record<PlatformName, string>> = {};
  for (const [platform, names] of Object.entries(platformNumbers) as [PlatformName, readonly string[]][]) {
    const name = names.find((each) => columns.has(each) && !(each === "identifier" && ofClassroom));
    const number = name === undefined ? undefined : numberAtEnd(columns.get(name)!);
    if (number !== undefined) numbers[platform] = number;
  }
  return numbers;
}

/** `12345` of `Participant 12345`; undefined where there is none. */
export function numberAtEnd(text: string): string | undefined {
  return /(?<!\d)(\d+)\s*$/.exec(text)?.[1];
}
