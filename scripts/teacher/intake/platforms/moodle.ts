// Moodle: Ada Lovelace_12345_assignsubmission_file/, an older one with `_` at its end; or with the file's name behind it.
// In a download of one group its name stands before each: Group A-Ada Lovelace_12345_assignsubmission_file/.
import type { PlatformName } from "../../identity/owner.ts";
import { commonStart, type Owner, ownersBy, type Platform } from "./platform.ts";

// Moodle makes a `_` in a name a space, so that the first one ends it. The default group has no number.
const folder = /^([^_/]+)(?:_(\d+))?_assignsubmission_[a-z]+_?$/;
const file = /^([^_/]+)(?:_(\d+))?_assignsubmission_[a-z]+_(.+)$/s;
const later = /_(\d+)_assignsubmission_[a-z]+(?=_.)/gs;

const platform: PlatformName = "moodle";

export const moodle: Platform = {
  name: platform,
  title: "Moodle",
  tells: "who; its worksheet (--moodle, or as --roster) says when",
  owners: (entries) => withoutGroup(ownersBy(entries, ({ name, kind }) => ownerOf(name, kind === "file"))),
};

/** Who downloads one group's gets its name before each student's: `Group A-Ada Lovelace`. */
function withoutGroup(owners: Map<string, Owner>): Map<string, Owner> {
  const all = [...owners.values()].filter(({ doubt }) => !doubt);
  const people = new Set(all.map(({ name, number }) => `${name}/${number?.value}`));
  const group = commonStart(all.map(({ name }) => name)).replace(/[^-]*$/, "");
  if (people.size < 2 || group === "" || all.some(({ number }) => !number)) return owners;
  const bare = (owner: Owner) => (owner.doubt ? owner : { ...owner, name: owner.name.slice(group.length) });
  return new Map(Array.from(owners, ([entry, owner]) => [entry, bare(owner)]));
}

function ownerOf(text: string, isFile: boolean): Owner | undefined {
  const match = (isFile ? file : folder).exec(text);
  if (!match) return undefined;
  const [, name, value, called] = match;
  const owner: Owner = { platform, name: name!, ...(value !== undefined && { number: { platform, value } }) };
  if (!isFile) return owner;
  return doubtful(text, owner, called!) ?? { ...owner, file: called! };
}

/** Another number behind the first: the file is called so, or whose the number is has a name that reads like a download. */
function doubtful(text: string, { name, number }: Owner, called: string): Owner | undefined {
  const others = [...`_${called}`.matchAll(later)].filter(([, value]) => value !== number?.value);
  const last = others.at(-1);
  if (!last) return undefined;
  const first = number ? `${name}_${number.value}` : name;
  const file = `_${called}`.slice(last.index + last[0].length + 1);
  return { name: text, doubt: [first, ...others.map(([, value]) => `…_${value}`)], file };
}
