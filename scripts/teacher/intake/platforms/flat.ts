// A flat folder: ada_three-apis.ts, ada_timeout.ts, bela_three-apis.ts. Who is before the exercise's name.
import { slugOf } from "../../../lib/exercise-ids.ts";
import { type Owner, ownersBy, type Platform } from "./platform.ts";

const platform = "flat";

export const flat: Platform = {
  name: platform,
  title: "a flat folder, files named after students",
  tells: "who",
  common: true,
  owners(entries, { exercises }) {
    const ends = exercises.flatMap((id) => [`${id}.ts`, `${slugOf(id)}.ts`]);
    return ownersBy(entries, ({ name, kind }) => (kind === "file" ? ownerOf(name, ends) : undefined));
  },
};

function ownerOf(text: string, ends: readonly string[]): Owner | undefined {
  const end = ends.find((each) => text.endsWith(each) && /[-_. ]$/.test(text.slice(0, -each.length)));
  if (end === undefined) return undefined;
  const name = text.slice(0, -end.length).replace(/[-_. ]+$/, "");
  // `03-three-apis.ts` is the exercise's number, and `copy of …` a copy.
  if (!/\p{L}/u.test(name) || /^(?:copy|kopie|copie|copia|cópia|ex|exercise|aufgabe|task)\b/i.test(name))
    return undefined;
  return { platform, name, login: name, file: text.slice(-end.length) };
}
