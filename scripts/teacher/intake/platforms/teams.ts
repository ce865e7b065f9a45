// Microsoft Teams: Submitted files/Ada Lovelace/Three APIs/Version 1/file.ts, a folder for each assignment and version.
import type { Folder } from "../folder.ts";
import type { Owner, Platform, Version } from "./platform.ts";

const platform = "teams";
const version = /^(?:version|versión|versão|versione|versie|wersja|версия|バージョン|版本)\s*(\d{1,6})$/iu;

/** The folder around the students': it lies beside `Working files`, which nobody handed in. */
export const submittedFiles = /^submitted files$/i;

export const teams: Platform = {
  name: platform,
  title: "Microsoft Teams",
  tells: "who and which version",
  async owners(entries, { folder }) {
    const owners = new Map<string, Owner>();
    for (const { name, kind } of entries) {
      const versions = folder && kind === "folder" ? await versionsIn(folder.folder(name)) : [];
      if (versions.length > 0) owners.set(name, { platform, name, person: true, versions });
    }
    return owners;
  },
};

/** None if anything but assignments with versions lies in it. */
async function versionsIn(student: Folder): Promise<Version[]> {
  const versions: Version[] = [];
  for (const { name, kind } of await student.list().catch(() => [])) {
    const inside =
      kind === "folder"
        ? await student
            .folder(name)
            .list()
            .catch(() => [])
        : [];
    const found = inside.flatMap((entry) => {
      const number = entry.kind === "folder" ? version.exec(entry.name)?.[1] : undefined;
      return number === undefined
        ? []
        : [{ path: [name, entry.name], of: name, attempt: number.padStart(6, "0") }];
    });
    if (found.length === 0 || found.length < inside.length) return [];
    versions.push(...found);
  }
  return versions;
}
