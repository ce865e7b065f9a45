// Which platform made a download, and whose each thing in it is by that.
import type { PlatformName } from "../../identity/owner.ts";
import { blackboard } from "./blackboard.ts";
import { canvas } from "./canvas.ts";
import { d2l } from "./d2l.ts";
import { flat } from "./flat.ts";
import { githubClassroom } from "./github-classroom.ts";
import { googleClassroom } from "./google-classroom.ts";
import { gradescope } from "./gradescope.ts";
import { moodle } from "./moodle.ts";
import type { Around, Entry, Owner, Platform } from "./platform.ts";
import { teams } from "./teams.ts";

/** The surer ones first. */
export const platforms: readonly Platform[] = [
  canvas,
  moodle,
  blackboard,
  d2l,
  gradescope,
  teams,
  githubClassroom,
  googleClassroom,
  flat,
];

export interface Download {
  /** Absent where none is recognised, or people's own folders are asked for. */
  platform?: Platform;
  /** By an entry's name; one that its platform did not name has none. */
  owners: ReadonlyMap<string, Owner>;
  /** Whose names say that they are of a platform's download, which this is not. */
  pretenders: readonly string[];
}

/**
 * A platform names everything in its download. So it is one's only if that named most of what may be handed in:
 * otherwise the names are people's own, and anybody may call a file as a platform would call another's. `handIn`: what
 * may be a submission, or a part of one. `asked`: the platform that the teacher says it is.
 */
export async function downloadOf(
  entries: readonly Entry[],
  handIn: (entry: Entry) => boolean,
  around: Around,
  asked?: PlatformName,
): Promise<Download> {
  const pretenders = new Set<string>();
  let best: Download | undefined;
  for (const platform of platforms) {
    if (asked !== undefined && platform.name !== asked) continue;
    const graded = entries.filter((entry) => handIn(entry) && !platform.own?.test(entry.name));
    const owners = await platform.owners(entries, around);
    const others = graded.filter(({ name }) => !owners.has(name));
    if (owners.size > others.length || asked !== undefined) {
      if (!platform.common || asked !== undefined) return { platform, owners, pretenders: [] };
      // People name files like all of these: it is the one that leaves the fewest without an owner.
      if (owners.size > (best?.owners.size ?? 0)) best = { platform, owners, pretenders: [] };
    }
    if (!platform.common) for (const { name } of graded) if (owners.has(name)) pretenders.add(name);
  }
  return best ?? { owners: new Map(), pretenders: [...pretenders] };
}

/** Whether a platform may have named it, if it lies in its download. */
export async function mayBeNamedByPlatform(entry: Entry, around: Around): Promise<boolean> {
  for (const platform of platforms)
    if (!platform.common && (await platform.owners([entry], around)).size > 0) return true;
  return false;
}
