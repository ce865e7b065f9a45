// Gradescope's export: assignment_123_export/submission_101/, and submission_metadata.yml, which says whose each is.
import { parseDocument } from "yaml";
import type { Folder } from "../folder.ts";
import type { Owner, Platform } from "./platform.ts";

const platform = "gradescope";
export const metadataFile = "submission_metadata.yml";

export const gradescope: Platform = {
  name: platform,
  title: "Gradescope",
  tells: "who and when",
  own: /^submission_metadata\.(?:yml|yaml|csv)$/,
  async owners(entries, { folder }) {
    if (!folder || !entries.some(({ name, kind }) => name === metadataFile && kind === "file"))
      return new Map();
    const told = await metadataIn(folder);
    const folders = entries.filter(({ name, kind }) => kind === "folder" && told.has(name));
    return new Map(folders.map(({ name }) => [name, told.get(name)!]));
  },
};

/** By the folder's name. Rejects with Refused where the file cannot be read; what is no metadata says nothing. */
async function metadataIn(folder: Folder): Promise<Map<string, Owner>> {
  const text = (await folder.bytes(metadataFile)).toString("utf8");
  const told = new Map<string, Owner>();
  const document = parseDocument(text, { logLevel: "silent", schema: "failsafe", uniqueKeys: false });
  const all: unknown = document.errors.length > 0 ? {} : document.toJS({ maxAliasCount: 0, mapAsMap: true });
  if (!(all instanceof Map)) return told;
  for (const [name, about] of all) {
    const owner = typeof name === "string" && about instanceof Map ? ownerOf(name, about) : undefined;
    if (owner) told.set(name as string, owner);
  }
  return told;
}

type Told = ReadonlyMap<unknown, unknown>;

function ownerOf(folder: string, about: Told): Owner | undefined {
  const number = /^submission_(\d+)$/.exec(folder)?.[1];
  const list = about.get(":submitters");
  const submitters = Array.isArray(list) ? list.filter((each): each is Told => each instanceof Map) : [];
  if (number === undefined || submitters.length === 0) return undefined;
  const names = submitters.map((each) => textOf(each.get(":name")) ?? "").filter(Boolean);
  const [only, ...others] = submitters;
  const [login, email] = [textOf(only!.get(":sid")), textOf(only!.get(":email"))];
  const submitted = timeOf(about.get(":created_at"));
  return {
    platform,
    name: names.join(", ") || folder,
    number: { platform, value: number },
    ...(others.length === 0 && { person: true, ...(login && { login }), ...(email && { email }) }),
    ...(submitted !== undefined && { submitted }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** `2026-11-03 22:07:12.123456789 Z`, or with an offset. */
function timeOf(value: unknown): string | undefined {
  const text = textOf(value);
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text ?? "");
  if (!match) return undefined;
  const [, day, time, zone] = match;
  return `${day}T${time}${zone === "UTC" ? "Z" : zone!.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2")}`;
}
