// Moodle: Ada Lovelace_12345_assignsubmission_file/, an older one with `_` at its end; or with the file's name behind it.
import type { Owner, Platform } from "./owner.ts";

// Moodle makes a `_` in a name a space, so that the first one ends it. The default group has no number.
const folder = /^([^_/]+)(?:_(\d+))?_assignsubmission_[a-z]+_?$/;
const file = /^([^_/]+)(?:_(\d+))?_assignsubmission_[a-z]+_(.+)$/s;

export const moodle: Platform = {
  name: "moodle",
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
  return {
    name: name!,
    ...(value !== undefined && { number: { platform: "moodle", value } }),
    ...(isFile && { file: called! }),
  };
}
