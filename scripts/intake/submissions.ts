// From the paths that a teacher gives to submissions: which there are, what they are called, how each is read.
import { submissionsAt } from "./at-place.ts";
import { compare, refuseTwice, tellApart } from "./identity.ts";
import type { Place } from "./places.ts";
import type { SubmissionReader } from "./readers.ts";
import { KnownNames } from "./sources.ts";

export { checkPlaces, type Place } from "./places.ts";
export type { SubmissionReader } from "./readers.ts";

export interface Found {
  /** Sorted by id, in code units. */
  readers: SubmissionReader[];
  /** One line each, about what the teacher may not expect. */
  warnings: string[];
}

/**
 * The submissions at these places. A place is one submission if it holds an exercise's file or folder where one belongs,
 * otherwise a folder of them; or an archive of either; or it is an exercise's file itself. `outFolder` (absolute) is
 * never taken for a submission. Throws a UsageError for a place that holds none, cannot be read, or holds what another
 * place holds as well. An archive that cannot be taken is a submission, and refused when it is read.
 */
export async function findSubmissions(
  places: readonly Place[],
  exerciseIds: readonly string[],
  outFolder?: string,
): Promise<Found> {
  const warnings: string[] = [];
  const known = new KnownNames(exerciseIds);
  const readers: SubmissionReader[] = [];
  const search = { known, warnings, outFolder, tellClass: places.length > 1 };
  for (const place of places) readers.push(...(await submissionsAt(place, search)));
  refuseTwice(readers);
  tellApart(readers, warnings);
  return { readers: readers.sort((a, b) => compare(a.id, b.id)), warnings };
}
