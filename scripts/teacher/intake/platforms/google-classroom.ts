// Google Classroom: Ada Lovelace - three-apis.ts, all in one flat folder. It gives no ids: names are all there is.
import { type Owner, ownersBy, type Platform } from "./platform.ts";

const platform = "google-classroom";
const named = /^(\S.*?) - (\S.*)$/s;

export const googleClassroom: Platform = {
  name: platform,
  title: "Google Classroom",
  tells: "who",
  common: true,
  owners: (entries) => ownersBy(entries, ({ name, kind }) => (kind === "file" ? ownerOf(name) : undefined)),
};

function ownerOf(text: string): Owner | undefined {
  const match = named.exec(text);
  // `three-apis - Copy.ts` is a copy, and nobody's called so.
  if (!match || /^(?:copy|kopie|copie|copia|cópia)(?: ?\(\d+\))?(?:\.\w+)+$/i.test(match[2]!))
    return undefined;
  return { platform, name: match[1]!, person: true, file: match[2]! };
}
