// What an attack may change: nothing that is said of an honest student, by a byte. It may add what is said of the attacker.
import { addedTo, canvasFaults, rowFaults } from "./added.ts";
import type { Attack } from "./attack.ts";
import type { HonestClass } from "./classes.ts";
import { inDoubt } from "./doubt.ts";
import { type Entry, lineOf, perStudent, type Said } from "./said.ts";

/**
 * What is wrong with `after`, a report on a class with an attacker in it, against `before`, the one without; a sentence
 * each. Statistics of the class, and in which order and at which place things stand, are not compared.
 */
export function faults(before: Said, after: Said, { worksheet = [] }: Attack, class_: HonestClass): string[] {
  return [
    ...compared(before, after),
    ...rowFaults(before, after, worksheet.length),
    ...canvasFaults(before, after),
    ...unmatchedFaults(before, after, class_),
  ];
}

/** The same of what must stay where nobody can tell who is who; see doubt.ts. */
export function faultsInDoubt(
  before: Said,
  after: Said,
  { worksheet = [] }: Attack,
  class_: HonestClass,
): string[] {
  const [old, now] = inDoubt(before, after, class_);
  return [...compared(old, now), ...rowFaults(old, now, worksheet.length), ...canvasFaults(before, now)];
}

function compared(before: Said, after: Said): string[] {
  const strangers = after.results.length - before.results.length;
  return [
    ...(before.head === after.head ? [] : ["results.json: its head differs"]),
    ...entryFaults("results.json", before.results, after.results),
    ...entryFaults("index.html", before.page, after.page),
    ...lostOf("junit.xml", before.suites, after.suites),
    ...suiteFaults(before, after),
    ...Object.keys(before.tables).flatMap((name) => tableFaults(name, before, after)),
    ...perStudent.flatMap((name) => folderFaults(name, before, after, strangers)),
  ];
}

function entryFaults(where: string, before: Entry[], after: Entry[]): string[] {
  const ids = before.map(({ id }) => id);
  const lost = lostOf(
    where,
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const twice = ids.filter((id) => after.filter((each) => each.id === id).length > 1);
  return [...lost, ...twice.map((id) => `${where}: "${id}" is in it twice`)];
}

/** Each of `before` that is not, as often as there, in `after`. */
function lostOf(where: string, before: readonly string[], after: readonly string[]): string[] {
  const left = [...after];
  return before.flatMap((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [] : [`${where}: no longer says ${shortened(text)}`];
  });
}

function suiteFaults(before: Said, after: Said): string[] {
  const nameOf = (suite: string) => /<testsuite name="([^"]*)"/.exec(suite)?.[1];
  const known = new Set(before.suites.map(nameOf));
  const added = addedTo(before.suites, after.suites, (suite) => suite).map(nameOf);
  return added.flatMap((name) =>
    name !== undefined && known.has(name) ? [`junit.xml: another suite is called ${name}, too`] : [],
  );
}

function tableFaults(name: string, before: Said, after: Said): string[] {
  const [old, now] = [before.tables[name]!, after.tables[name] ?? []];
  const header = old[0]?.raw === now[0]?.raw ? [] : [`${name}: its header differs`];
  return [...header, ...lostOf(name, old.map(lineOf), now.map(lineOf))];
}

/** As many as there are submissions, the old ones as they were, and no two that some file system takes for one. */
function folderFaults(folder: string, before: Said, after: Said, strangers: number): string[] {
  const [old, now] = [before, after].map(({ files }) => [...files].filter(([path]) => within(path, folder)));
  const names = (files: [string, string][]) => new Set(files.map(([path]) => path.split("/")[1]!));
  const lost = old!.flatMap(([path, text]) => {
    const there = after.files.get(path);
    if (there === text) return [];
    return [`${path} ${there === undefined ? "is no longer there" : `differs: ${shortened(there)}`}`];
  });
  const [all, folded] = [names(now!), new Set([...names(now!)].map(asOneName))];
  const expected = names(old!).size + strangers;
  return [
    ...lost,
    ...(all.size === expected ? [] : [`${folder}/ holds ${all.size} names, and not ${expected}`]),
    ...(folded.size === all.size ? [] : [`${folder}/: two names are one to some file system`]),
  ];
}

function within(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** As a disk may see a name that takes no notice of case, of composition, and of dots and spaces at its end. */
function asOneName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .toUpperCase()
    .normalize("NFC")
    .replace(/[. ]+(?=\.\w+$|$)/, "");
}

/** Nobody honest is listed as missing, or as a stranger, who was not. */
function unmatchedFaults(before: Said, after: Said, { roster = [] }: HonestClass): string[] {
  const known = new Set(roster.map((line) => line.split(",")[0]));
  const [missing, strangers] = (["roster", "submissions"] as const).map((side) =>
    addedTo(before.unmatched[side], after.unmatched[side], (id) => id),
  );
  const honest = new Set(before.results.map(({ id }) => id));
  return [
    ...lostOf("The list of who handed in nothing", before.unmatched.roster, after.unmatched.roster),
    ...missing!.filter((id) => known.has(id)).map((id) => `"${id}" counts as missing`),
    ...strangers!.filter((id) => honest.has(id)).map((id) => `"${id}" counts as a stranger`),
  ];
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
