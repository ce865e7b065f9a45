// Readers of submissions: of a folder, of what is one student's in a class, of an archive that is refused.
import { basename, join, resolve } from "node:path";
import type { Submission } from "../../../graders/engine/types.ts";
import type { PlatformName, PlatformNumber } from "../identity/owner.ts";
import { attemptNamed, gathered, type Join } from "./attempts.ts";
import { type Class, classIn, type HandIn } from "./class.ts";
import type { Folder } from "./folder.ts";
import { withoutArchiveEnding } from "./names.ts";
import type { Owner } from "./platforms/platform.ts";
import type { Refused } from "./refused.ts";
import {
  type KnownNames,
  readSources,
  refusedAll,
  type Sources,
  sourcesIn,
  unrecognised,
} from "./sources.ts";
import { warnOfStrays } from "./warnings.ts";

/** One submission that is there to be read. */
export interface SubmissionReader {
  /**
   * The folder's or archive's name, or what the platform calls the student with its number behind it; with a number of
   * ours behind it if another has that id.
   */
  id: string;
  /** The platform's number for the student, where it named the submission. */
  number?: PlatformNumber;
  /** What the platform calls the student or group, where it named the submission: they may have chosen it. */
  called?: string;
  /** The platform that named it. */
  platform?: PlatformName;
  /** An id by which school or platform knows the student, and which they did not choose here. */
  login?: string;
  /** What the platform calls it is one person's, though no number says so. */
  onePerson?: boolean;
  /** As the platform has it. */
  email?: string;
  /** When it was handed in, by the platform: ISO 8601, without an offset where it is the platform's local time. */
  submitted?: string;
  /** Whether it was late, by the platform; absent where that does not say. */
  late?: boolean;
  /** Its whole name, which it shares with others: so its id is another one, or it alone of them has it for its id. */
  shared?: string;
  /** It is one of several in a place. */
  member?: boolean;
  /** The id stands inside an archive: whoever packed it chose it. */
  inner?: boolean;
  /** Where it is, as the teacher would write it. */
  source: string;
  /** Its real place: no two readers of one run have the same. */
  place: string;
  /** All attempts, the last one last; absent where there are none to tell apart. This reader is the last one. */
  attempts?: SubmissionReader[];
  /** When the newest of its files was changed (real ms); undefined if nothing tells. Never rejects. */
  modified(): Promise<number | undefined>;
  /** Reads these exercises. What cannot be taken is refused within; rejects only for a fault of ours. */
  read(exerciseIds: readonly string[]): Promise<Submission["exercises"]>;
}

/** A folder, on disk or in an archive, and where it is. */
export interface Located {
  folder: Folder;
  /** As the teacher would write it. */
  source: string;
  /** Its real place. */
  place: string;
  /** How many archives lie around what is in it. */
  depth: number;
}

/** What the search for submissions goes by, and what it has to say. */
export interface Search {
  known: KnownNames;
  warnings: string[];
  /** Those of them that nobody need look at. */
  harmless: Set<string>;
  outFolder?: string | undefined;
  /** Whether to say of an archive that it is taken for a class: where it may well be one student's. */
  tellClass: boolean;
  /** Whether one of the places that were given is a single submission for sure: so others probably are, too. */
  amongSingle(): Promise<boolean>;
  /** Asked for: attempts beside each other are joined. */
  join?: Join;
  /** Whose each place is, by its name: what a platform named when it named most of them. */
  owners: ReadonlyMap<string, Owner>;
  /** The platform that the teacher says it is. */
  asked?: PlatformName;
  /** GitHub's user names in the roster, in small letters. */
  logins?: ReadonlySet<string>;
  /** What was recognised: a line each. */
  recognised: string[];
}

export type Identity = Pick<
  SubmissionReader,
  "id" | "number" | "called" | "platform" | "login" | "onePerson" | "email"
>;

/** Of a submission's folder (absolute): its name, or the student's if a platform named it. */
export function identityOfFolder(absolute: string, { owners }: Search): Identity {
  const name = basename(resolve(absolute)) || "submission";
  return identity(owners.get(name) ?? { name });
}

/** Of a submission's archive: its name without the ending, or the student's if a platform named it. */
export function identityOfArchive(name: string, { owners }: Search): Identity {
  const owner = owners.get(name);
  return identity(owner && !owner.doubt ? owner : { name: withoutArchiveEnding(name) });
}

/** The same for one, whoever else is in the class: else one student's coming would give another's report a new name. */
function identity({ name, number, platform, login, person, email }: Owner): Identity {
  return {
    id: number ? `${name}_${number.value}` : name,
    ...(platform && { called: name, platform }),
    ...(number && { number }),
    ...(login !== undefined && { login }),
    ...(person && { onePerson: true }),
    ...(email !== undefined && { email }),
  };
}

/** One submission: all that is in a folder, but what is called as in `without` at its top. */
export function readerOf(
  located: Located,
  who: Identity,
  known: KnownNames,
  without?: ReadonlySet<string>,
): SubmissionReader {
  const { folder, source, place, depth } = located;
  const times = async () => [folder.newest()];
  return reading({ ...who, source, place }, () => sourcesIn(folder, known, depth, without), times, known);
}

/** The submissions of a class's folder; none if nothing in it is one. Rejects with Refused if it cannot be listed. */
export async function readersOfClass(located: Located, search: Search): Promise<SubmissionReader[]> {
  const { folder, source, depth } = located;
  const { known, asked, logins } = search;
  const found = await classIn(folder, { known, depth, ...(asked && { asked }), ...(logins && { logins }) });
  const { members, passedOver, notes } = found;
  if (members.length === 0) return [];
  search.warnings.push(...notes.map((note) => `${source}: ${note}`));
  const list = passedOver.join(", ");
  if (list)
    search.warnings.push(`${source}: not graded, since nothing says whose they are: ${list}. ${ownFolder}`);
  const names = (await folder.list()).map(({ name }) => name);
  warnOfStrays(located, names, search);
  search.recognised.push(recognisedLine(source, found));
  const readers = members.map((member) => readerOfMember(member, located, search));
  return gathered(await Promise.all(readers), source, search);
}

const ownFolder = "Put each into a folder that is called as its student.";

function recognisedLine(source: string, { platform, members }: Class): string {
  const students = `${members.length} ${members.length === 1 ? "student" : "students"}`;
  return `${source}: ${platform ? whatItIs(platform) : "folders and archives named after students"}, ${students}`;
}

function whatItIs({ name, title }: NonNullable<Class["platform"]>): string {
  return name === "flat" ? title : `a download of ${title}`;
}

async function readerOfMember(
  { owner, only, attempts: handIns, ...last }: Class["members"][number],
  { source, place, depth }: Located,
  { known }: Search,
): Promise<SubmissionReader> {
  const who = { ...identity(owner), member: true, ...(depth > 0 && { inner: true }) };
  const readerFor = (handIn: HandIn) => {
    const { first, submitted, late, sources, times } = handIn;
    const told = { ...(submitted !== undefined && { submitted }), ...(late !== undefined && { late }) };
    return reading(
      { ...who, ...told, source: join(source, first), place: join(place, first) },
      sources,
      times,
      known,
    );
  };
  if (handIns) return { ...readerFor(last), attempts: handIns.map(readerFor) };
  const where = { source: join(source, last.first), place: join(place, last.first) };
  const attempts = only ? await attemptsIn({ ...where, folder: only, depth }, known) : [];
  if (attempts.length > 0) return { ...attempts.at(-1)!, ...who, attempts };
  return readerFor(last);
}

/** A reader for each attempt, the last one last, if a student's folder holds nothing but attempts. */
async function attemptsIn(located: Located, known: KnownNames): Promise<SubmissionReader[]> {
  const { folder, source, place, depth } = located;
  const entries = await folder.list().catch(() => []);
  const attempts = entries.flatMap(({ name, kind }) => {
    const attempt = kind === "folder" ? attemptNamed(name) : undefined;
    return attempt ? [{ name, number: attempt.number }] : [];
  });
  if (attempts.length < entries.length) return [];
  return attempts
    .sort((a, b) => a.number - b.number)
    .map(({ name }) => {
      const where = { source: join(source, name), place: join(place, name) };
      return readerOf({ ...where, folder: folder.folder(name), depth }, { id: name }, known);
    });
}

/** One submission that is refused, whatever is in it. */
export function refusedReader(who: Who, refusal: Refused): SubmissionReader {
  return { ...who, modified: async () => undefined, read: async (ids) => refusedAll(refusal, ids) };
}

type Who = Omit<SubmissionReader, "read" | "modified">;

function reading(
  who: Who,
  sources: () => Promise<Sources>,
  times: () => Promise<Promise<number | undefined>[]>,
  known: KnownNames,
): SubmissionReader {
  const read = async (ids: readonly string[]) => {
    try {
      const all = await sources();
      const exercises = await readSources(all, ids, known);
      const refusal = await unrecognised(all, exercises, ids, known);
      return refusal ? refusedAll(refusal, ids) : exercises;
    } catch (error) {
      return refusedAll(error, ids);
    }
  };
  const modified = async () => {
    const all = await times()
      .then((each) => Promise.all(each))
      .catch(() => []);
    return all.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
  };
  return { ...who, modified, read };
}
