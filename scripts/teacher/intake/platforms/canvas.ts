// Canvas: lovelaceada_12345_67890_three-apis.ts, with LATE before the student's number; LATE_anon_x7Yz_67890_three-apis.ts.
import type { PlatformNumber } from "../../identity/owner.ts";
import type { Entry, Owner, Platform } from "./platform.ts";

// What Canvas leaves of a name. It takes `_1_` out of it, but not the `_1` at its end, nor one of the `__1__`.
const notOfName = /[^\p{L}\p{M}\p{Nd}\p{Pc}]/u;
const numbers = /_(?=([1-9]\d*)_([1-9]\d*)_(?=.))/gs;
const anonymous = /^(?:LATE_)?(anon_[^\W_]+)_(?:([1-9]\d*)_(.+)|(?:text|link)\.html)$/s;
const typedText = /_([1-9]\d*)_(?:text|link)\.html$/;

/** More make it no more doubtful. */
const readingsAtMost = 16;

const platform = "canvas";

export const canvas: Platform = {
  name: platform,
  title: "Canvas",
  tells: "who, and late or not",
  owners(entries) {
    const files = entries.filter(({ kind }) => kind === "file");
    const all = files.map((entry) => ({ entry, readings: readingsOf(entry.name) }));
    const sure = all.flatMap(({ readings }) => (readings.length === 1 ? (readings[0]!.upload ?? []) : []));
    const least = sure.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const owned = all.filter(({ readings }) => readings.length > 0);
    return new Map(owned.map(({ entry, readings }) => [entry.name, ownerOf(entry, readings, least)]));
  },
};

/**
 * The student's, if that is all it can mean. A file's own name may hold numbers as well as a student's, so that
 * `eve_12345_22222_67890_x.ts` is 12345's `67890_x.ts` or 22222's `x.ts`: nobody's, unless the later number is too small
 * for an upload of this download, of which `least` is the first. A student chooses names, and no number of Canvas'.
 */
function ownerOf(entry: Entry, readings: readonly Owner[], least: number): Owner {
  const [first, ...others] = readings as [Owner, ...Owner[]];
  const possible = others.filter(
    ({ upload }) => upload === undefined || !Number.isFinite(least) || upload * 10 >= least,
  );
  if (possible.length === 0) return first;
  const doubt = [first, ...possible].map(({ name, number }) => (number ? `${name}_${number.value}` : name));
  const { file } = possible.at(-1)!;
  return { name: entry.name, doubt, ...(file !== undefined && { file }) };
}

/** All that a file's name can mean, the shortest student's name first. */
function readingsOf(text: string): Owner[] {
  const readings: Owner[] = [];
  const anon = anonymous.exec(text);
  if (anon) {
    const [, name, upload, file] = anon;
    const late = text.startsWith("LATE_");
    readings.push({
      platform,
      name: name!,
      late,
      ...(file !== undefined && { file, upload: Number(upload) }),
    });
  }
  const end = text.search(notOfName);
  for (const match of text.matchAll(numbers)) {
    if ((match.index > end && end >= 0) || readings.length >= readingsAtMost) break;
    const [, number, upload] = match as unknown as [string, string, string];
    const file = text.slice(match.index + number.length + upload.length + 3);
    const before = text.slice(0, match.index);
    const [name, late] = [withoutLate(before), isLate(before)];
    if (name !== "")
      readings.push({ platform, name, number: ofCanvas(number), late, upload: Number(upload), file });
  }
  const typed = typedText.exec(text);
  if (typed && typed.index > 0 && (end < 0 || end > typed.index))
    readings.push(typedBy(text.slice(0, typed.index), typed[1]!));
  return readings;
}

function typedBy(before: string, number: string): Owner {
  return { platform, name: withoutLate(before), number: ofCanvas(number), late: isLate(before) };
}

function withoutLate(name: string): string {
  return name.replace(/_late$/i, "");
}

/** In a text before the student's number. */
function isLate(name: string): boolean {
  return /_LATE$/.test(name);
}

function ofCanvas(value: string): PlatformNumber {
  return { platform, value };
}
