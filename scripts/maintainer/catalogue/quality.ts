// How well failures are named, exercise by exercise: solutions/diagnosis.json. It may get better, not worse unnoticed.
import { join } from "node:path";
import * as v from "valibot";
import { numberOf } from "../../lib/exercise-ids.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { type Fact, fact } from "../evidence/facts.ts";
import { readText } from "../evidence/project-files.ts";
import type { Count, Measured } from "./measure.ts";

/** In solutions/. */
export const DIAGNOSIS = "diagnosis.json";
const PATH = `solutions/${DIAGNOSIS}`;

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Counts = v.strictObject({ right: Whole, wrong: Whole, none: Whole });
const Quality = v.strictObject({
  /** In the check that a wrong answer is about. */
  own: Counts,
  /** In the first check that it fails, whatever that is about. */
  first: Counts,
  /** In the other checks that it fails. */
  elsewhere: Counts,
  /** Pictures of first failures in which the mistake is not to be seen. */
  pictures: v.strictObject({ alike: Whole, instant: Whole }),
});
const File = v.record(v.string(), v.record(v.string(), v.unknown()));

export type Quality = v.InferOutput<typeof Quality>;

/** By exercise. `older`: what was recorded in another form than that of now, which stays until it is measured again. */
interface Recorded {
  figures: Record<string, Quality>;
  older: Record<string, Record<string, unknown>>;
}

/** What is recorded; nothing if there is no file. Throws a UsageError if it cannot be understood. */
export function readQuality(root: string): Recorded {
  const recorded: Recorded = { figures: {}, older: {} };
  const text = readText(join(root, PATH));
  if (text === undefined) return recorded;
  try {
    for (const [id, each] of Object.entries(v.parse(File, JSON.parse(text)))) {
      const { success, output } = v.safeParse(Quality, each);
      if (success) recorded.figures[id] = output;
      else recorded.older[id] = each;
    }
    return recorded;
  } catch (error) {
    throw new UsageError(
      `${PATH} is damaged (${(error as Error).message}). Get it back: git checkout ${PATH}`,
    );
  }
}

export function qualityOf({ together, first, elsewhere, pictures }: Measured): Quality {
  return { own: together, first, elsewhere, pictures };
}

/**
 * What got worse since `before`, in words; undefined if nothing did: fewer right names, more wrong ones, or more pictures
 * that do not show the mistake.
 */
export function worse(before: Quality | undefined, now: Quality): string | undefined {
  if (!before) return undefined;
  const parts = (["own", "first", "elsewhere"] as const).flatMap((where) => {
    const [was, is] = [before[where], now[where]];
    if (is.right >= was.right && is.wrong <= was.wrong) return [];
    return [`${WHERE[where]} ${told(was)}, now ${told(is)}`];
  });
  const named = parts.length > 0 ? [`wrong answers were named ${parts.join("; ")}`] : [];
  return [...named, ...worsePictures(before.pictures, now.pictures)].join("; ") || undefined;
}

const WHERE = { own: "in their own check", first: "in the first that they fail", elsewhere: "elsewhere" };

function worsePictures(before: Quality["pictures"], now: Quality["pictures"]): string[] {
  const counts = [
    ["are one with the reference's", before.alike, now.alike],
    ["show nothing that takes time", before.instant, now.instant],
  ] as const;
  return counts.flatMap(([what, was, is]) =>
    is > was ? [`pictures of failures ${what} ${is} times, before ${was}`] : [],
  );
}

function told({ right, wrong, none }: Count): string {
  return `${right} times rightly, ${wrong} wrongly, ${none} not at all`;
}

/** That failures are named as well as the file says, and that it says so where they are named better. */
export function qualityFact(root: string, measured: Measured): Fact {
  const { id, mistaken } = measured;
  const { figures, older } = readQuality(root);
  const [before, now] = [figures[id], qualityOf(measured)];
  const name = `${id}: its failures are named as well as recorded`;
  const command = `npm run catalogue -- --only ${numberOf(id)}`;
  if (older[id])
    return fact(name, `${PATH} has the figures of ${id} in an older form. Renew them: ${command}`);
  const regress = worse(before, now);
  if (regress)
    return fact(
      name,
      [
        `Of ${id} ${regress}.`,
        ...mistaken,
        `Let the grader name them rightly, or nothing, and pictures show what is wrong. If it cannot be helped: ${command} --accept-worse`,
      ].join("\n"),
    );
  const same = JSON.stringify(before) === JSON.stringify(now);
  return fact(name, !same && `${PATH} does not have the figures of now, which are no worse. Run: ${command}`);
}

/**
 * Records the figures of these exercises, but worse ones only if they are accepted. Resolves to whether the file
 * changed, and to what was refused.
 */
export async function writeQuality(
  root: string,
  measured: readonly Measured[],
  acceptWorse: boolean,
): Promise<{ changed: boolean; refused: string[] }> {
  const { figures, older } = readQuality(root);
  const refused: string[] = [];
  for (const each of measured) {
    const now = qualityOf(each);
    const regress = acceptWorse ? undefined : worse(figures[each.id], now);
    if (regress) refused.push(`Of ${each.id} ${regress}. To record that all the same: --accept-worse`);
    else figures[each.id] = now;
  }
  const text = qualityText({ ...older, ...figures });
  const changed = text !== readText(join(root, PATH));
  if (changed) await replaceFile(join(root, PATH), text);
  return { changed, refused };
}

/** An exercise's figures in a few lines of their own. */
function qualityText(figures: Record<string, Record<string, unknown>>): string {
  const line = (count: unknown) => JSON.stringify(count).replace(/[{:,]/g, "$& ").replace("}", " }");
  const entries = Object.keys(figures)
    .sort()
    .map((id) => {
      const parts = Object.entries(figures[id]!).map(([name, counts]) => `    "${name}": ${line(counts)}`);
      return `  ${JSON.stringify(id)}: {\n${parts.join(",\n")}\n  }`;
    });
  return `{\n${entries.join(",\n")}\n}\n`;
}
