// From the paths that a teacher gives to submissions: which there are, what they are called, how each is read.
import { basename } from "node:path";
import type { PlatformName } from "../identity/owner.ts";
import { isSurelySingle, namingPath, submissionsAt } from "./at-place.ts";
import type { Join } from "./attempts.ts";
import { compare, ofTheirArchive, refuseTwice, tellApart } from "./identity.ts";
import { isArchiveName } from "./names.ts";
import type { Place } from "./places.ts";
import { downloadOf } from "./platforms/platforms.ts";
import type { Search, SubmissionReader } from "./readers.ts";
import { KnownNames } from "./sources.ts";

export { checkPlaces, type Place } from "./places.ts";
export type { SubmissionReader } from "./readers.ts";

export interface Found {
  /** Sorted by id, in code units. */
  readers: SubmissionReader[];
  /** One line each, about what the teacher may not expect. */
  warnings: string[];
  /** Those of them that nobody need look at. */
  harmless: ReadonlySet<string>;
  /** What each class was recognised as: a line each. */
  recognised: string[];
}

export interface FindOptions {
  /** Absolute: never taken for a submission. */
  outFolder?: string | undefined;
  /** Asked for: attempts beside each other are joined. */
  join?: Join;
  /** The platform that the teacher says it is. */
  asked?: PlatformName | undefined;
  /** GitHub's user names in the roster, in small letters. */
  logins?: ReadonlySet<string>;
  /** Those that are known of otherwise. */
  more?: readonly SubmissionReader[];
}

/**
 * The submissions at these places. A place is one submission if it holds an exercise's file or folder where one belongs
 * (see `isOneSubmission`), otherwise a folder of them; or an archive of either; or it is an exercise's file itself. Throws
 * a UsageError for a place that holds none, cannot be read, or holds what another place holds as well. An archive that
 * cannot be taken is a submission, and refused when it is read.
 */
export async function findSubmissions(
  places: readonly Place[],
  exerciseIds: readonly string[],
  { more = [], asked, ...options }: FindOptions = {},
): Promise<Found> {
  const warnings: string[] = [];
  const known = new KnownNames(exerciseIds);
  const recognised: string[] = [];
  const harmless = new Set<string>();
  const search: Search = {
    known,
    warnings,
    recognised,
    harmless,
    ...options,
    ...(asked && { asked }),
    tellClass: places.length > 1,
    amongSingle: () => anySingle(places, known),
    owners: await ownersOf(places, known),
  };
  const readers: SubmissionReader[] = [];
  for (const place of places) readers.push(...(await submissionsAt(place, search)));
  readers.push(...more);
  refuseTwice(readers);
  const named = ofTheirArchive(readers, warnings);
  tellApart(named, warnings);
  return { readers: named.sort((a, b) => compare(a.id, b.id)), warnings, recognised, harmless };
}

async function anySingle(places: readonly Place[], known: KnownNames): Promise<boolean> {
  for (const place of places) if (await isSurelySingle(place, known)) return true;
  return false;
}

async function ownersOf(places: readonly Place[], known: KnownNames): Promise<Search["owners"]> {
  const entries = places.map((place) => {
    const name = basename(namingPath(place, known));
    return { name, kind: isArchiveName(name) ? ("file" as const) : ("folder" as const) };
  });
  const { owners, platform } = await downloadOf(entries, () => true, { exercises: known.ids });
  // A single place of such a name is the teacher's own naming.
  return platform?.common && places.length === 1 ? new Map() : owners;
}
