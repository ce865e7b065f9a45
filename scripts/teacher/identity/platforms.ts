// Which platform made a download, and whose each thing in it is by that.
import { canvas } from "./canvas.ts";
import { moodle } from "./moodle.ts";
import type { Entry, Owner, Platform } from "./owner.ts";

const platforms: readonly Platform[] = [canvas, moodle];

export interface Download {
  /** By an entry's name; one that its platform did not name has none. */
  owners: ReadonlyMap<string, Owner>;
  /** Whose names say that they are of a platform's download, which this is not. */
  pretenders: readonly string[];
}

/**
 * A platform names everything in its download. So it is one's only if that named most of what may be handed in:
 * otherwise the names are people's own, and anybody may call a file as a platform would call another's. `handIn`: what
 * may be a submission, or a part of one.
 */
export function downloadOf(entries: readonly Entry[], handIn: (entry: Entry) => boolean): Download {
  const graded = entries.filter(handIn);
  const pretenders = new Set<string>();
  for (const platform of platforms) {
    const owners = platform.owners(entries);
    const others = graded.filter(({ name }) => !owners.has(name));
    if (owners.size > others.length) return { owners, pretenders: [] };
    for (const { name } of graded) if (owners.has(name)) pretenders.add(name);
  }
  return { owners: new Map(), pretenders: [...pretenders] };
}

/** Whether a platform may have named it, if it lies in its download. */
export function mayBeNamedByPlatform(entry: Entry): boolean {
  return platforms.some((platform) => platform.owners([entry]).size > 0);
}
