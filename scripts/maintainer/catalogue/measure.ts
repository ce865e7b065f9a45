// How well misconceptions are named: each wrong answer left out of the catalogue in turn, if another one shares its id. Pure.

import { agreed, type KnownFailures, withoutConsequences } from "../../../graders/engine/judge/catalogue.ts";
import type { PictureFault } from "../../../graders/timeline/faults.ts";
import { knownFailures } from "./build.ts";
import type { Recorded, Recording } from "./recordings.ts";

/** How often the right misconception was named, another one, or none. */
export interface Count {
  right: number;
  wrong: number;
  none: number;
}

export interface Measured {
  id: string;
  /** What is named in the check that the wrong answer is about: by graders and catalogue together, and by each alone. */
  together: Count;
  graders: Count;
  catalogue: Count;
  /** As `together`, in the first check that each fails, whatever that is about: what a student reads first. */
  first: Count;
  /** As `together`, in the other checks that wrong answers fail, where another mistake may be to see as well. */
  elsewhere: Count;
  /** Of how many wrong answers the first failure's picture does not show the mistake; see graders/timeline/faults.ts. */
  pictures: Record<PictureFault, number>;
  /** A line for each wrong name. */
  mistaken: string[];
}

export function measure(id: string, recorded: Recorded): Measured {
  const measured: Measured = {
    id,
    together: none(),
    graders: none(),
    catalogue: none(),
    first: none(),
    elsewhere: none(),
    pictures: { alike: 0, instant: 0 },
    mistaken: [],
  };
  for (const { picture } of recorded.failures) if (picture) measured.pictures[picture]++;
  for (const failures of byAnswer(recorded.failures)) {
    const found = failures.map((failure) => foundIn(failure, leftOut(recorded, failure)));
    const names = failures.map((failure, index) => {
      const others = failures.filter((other) => other !== failure).map(({ named }) => named);
      return agreed(failure.named, found[index], leftOut(recorded, failure), others);
    });
    const causes = withoutConsequences(
      failures.map((failure, index) => ({ name: names[index], known: leftOut(recorded, failure) })),
    );
    for (const [index, failure] of failures.entries()) {
      const name = causes[index];
      const first = index === 0 ? count(measured.first, failure, name) : undefined;
      if (first === "wrong" || (failure.telling && isWrong(failure, name)))
        measured.mistaken.push(`${id}/${failure.answer}: named ${name}, in "${failure.check}"`);
      if (!failure.telling) {
        count(measured.elsewhere, failure, name);
        continue;
      }
      count(measured.graders, failure, failure.named);
      count(measured.catalogue, failure, found[index]);
      count(measured.together, failure, name);
    }
  }
  return measured;
}

function byAnswer(failures: readonly Recording[]): Recording[][] {
  return [...Map.groupBy(failures, ({ answer }) => answer).values()];
}

/** What is known of the check without this answer's recordings, if it is not the only one with its misconception. */
function leftOut({ failures, right }: Recorded, { check, answer, misconception }: Recording): KnownFailures {
  const here = failures.filter((other) => other.check === check);
  const { about } = knownFailures(here, right);
  const shared = failures.some((other) => other.answer !== answer && other.misconception === misconception);
  const left = shared ? here.filter((other) => other.answer !== answer) : here;
  return { ...knownFailures(left, right), about };
}

function foundIn({ shape, certain }: Recording, { shapes }: KnownFailures): string | undefined {
  if (certain || shape === undefined) return undefined;
  return Object.entries(shapes).find(([, names]) => names.split(" ").includes(shape))?.[0];
}

const isWrong = ({ misconception }: Recording, name: string | undefined) =>
  name !== undefined && name !== misconception;

function count(into: Count, { misconception }: Recording, name: string | undefined): keyof Count {
  const kind = name === undefined ? "none" : name === misconception ? "right" : "wrong";
  into[kind]++;
  return kind;
}

function none(): Count {
  return { right: 0, wrong: 0, none: 0 };
}

export function sum(counts: readonly Count[]): Count {
  const total = (key: keyof Count) => counts.reduce((all, each) => all + each[key], 0);
  return { right: total("right"), wrong: total("wrong"), none: total("none") };
}
