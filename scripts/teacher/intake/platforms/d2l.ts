// D2L Brightspace: 12345-67890 - Ada Lovelace - Nov 3, 2026 1107 PM/, and index.html beside the folders.
import { localTime } from "../../roster/written-time.ts";
import { type Owner, ownersBy, type Platform } from "./platform.ts";

const platform = "d2l";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const named =
  /^(\d+)-(\d+) - (.+) - (\p{L}{3})\p{L}*\.? (\d{1,2}), (\d{4}) (\d{1,2})[:.]?(\d\d) ?([AP]M)(?: - (.+))?$/su;

export const d2l: Platform = {
  name: platform,
  title: "D2L Brightspace",
  tells: "who, when and which hand-in",
  own: /^index\.html$/,
  owners(entries) {
    const students = whichIsTheStudents(
      entries.map(({ name }) => named.exec(name)).filter((match) => match !== null),
    );
    return ownersBy(entries, ({ name, kind }) => ownerOf(name, kind === "file", students));
  },
};

/** One number is the student's, the other the assignment's, which all have in common. */
function whichIsTheStudents(all: readonly RegExpExecArray[]): 1 | 2 {
  const firsts = new Set(all.map(([, first]) => first));
  const seconds = new Set(all.map(([, , second]) => second));
  return firsts.size === 1 && seconds.size > 1 ? 2 : 1;
}

function ownerOf(text: string, isFile: boolean, students: 1 | 2): Owner | undefined {
  const match = named.exec(text);
  if (!match) return undefined;
  const [, , , name, month, day, year, hour, minute, half, file] = match;
  if (isFile !== (file !== undefined)) return undefined;
  const hours = (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  const number = months.indexOf(month!) + 1;
  const submitted = localTime(Number(year), number, Number(day), hours, Number(minute));
  if (number === 0 || submitted === undefined) return undefined;
  return {
    platform,
    name: name!,
    person: true,
    number: { platform, value: match[students]! },
    submitted,
    attempt: submitted,
    adds: true,
    ...(file !== undefined && { file }),
  };
}
