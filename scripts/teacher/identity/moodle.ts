// Moodle: Ada Lovelace_12345_assignsubmission_file/, an older one with `_` at its end; or with the file's name behind it.
import type { Owner, Platform, PlatformName } from "./owner.ts";

// Moodle makes a `_` in a name a space, so that the first one ends it. The default group has no number.
const folder = /^([^_/]+)(?:_(\d+))?_assignsubmission_[a-z]+_?$/;
const file = /^([^_/]+)(?:_(\d+))?_assignsubmission_[a-z]+_(.+)$/s;
const later = /_(\d+)_assignsubmission_[a-z]+(?=_.)/gs;

const platform: PlatformName = "moodle";

export const moodle: Platform = {
  name: platform,
  title: "Moodle",
  owners(entries) {
    const found = entries.map(({ name, kind }) => [name, ownerOf(name, kind === "file")] as const);
    return new Map(found.filter((each): each is [string, Owner] => each[1] !== undefined));
  },
};

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
