// Dependencies as FastAPI's: what each needs and provides, as data, and how the world does it. Serves 35, where a handler that needs them may be given up.
import type { World } from "../../world/world.ts";
import { failing, type Job, returning, serviceFor } from "../jobs.ts";

/** Its set-up and its tear-down take so many virtual ms each; only what is asynchronous takes any. */
export interface Dependency {
  name: string;
  needs?: string[];
  /** What it provides; an async generator if not given. */
  as?: "async generator" | "generator" | "promise" | "value";
  takes?: number;
  /** Its set-up fails. */
  fails?: boolean;
  /** It catches what is thrown into it, and goes on. */
  catches?: boolean;
  /** What it has for the handler, if not a text of its own. */
  value?: unknown;
}
export const [DB, SESSION]: [Dependency, Dependency] = [{ name: "db" }, { name: "session", needs: ["db"] }];
/** Lists with a name that is unknown, there twice, or in a circle. */
export const UNSOLVABLE: Dependency[][] = [
  [DB, { name: "user", needs: ["toString"] }],
  [DB, DB],
  [SESSION, { name: "db", needs: ["session"] }],
];

/** Calls of these services, with its name, and notes of these names, tell what became of it. */
export const [SET_UP, TEAR_DOWN, THROWN_IN, GIVEN] = ["set up", "tear down", "thrown in", "given"] as const;
export const tearsDown = ({ as = "async generator" }: Dependency) => as.endsWith("generator");
const isAsync = ({ as }: Dependency) => as !== "generator" && as !== "value";
const lasts = (each: Dependency) => (isAsync(each) ? (each.takes ?? 100) : 0);

/** How often each was set up, by name. */
export type Counts = Map<string, number>;
/** What is made of it, the first time (0) or a later one. */
export const madeAs = (name: string, time: number) => (time === 0 ? name : `${name} ${time + 1}`);

/**
 * They as a submission gets them. What each has is made in the world under its name, and is another each time; `counts`: of all
 * that are to be counted together.
 */
export function dependencies(world: World, list: readonly Dependency[], counts: Counts = new Map()) {
  return list.map((own) => ({
    name: own.name,
    ...(own.needs && { needs: own.needs }),
    provide: providing(world, own, counts),
  }));
}

function providing(world: World, own: Dependency, counts: Counts) {
  const { name, needs = [], as, catches } = own;
  const made = (name: string) => world.made(name, "value" in own ? own.value : world.payload(name));
  const first = made(name);
  const job: Job = own.fails ? failing(lasts(own)) : returning(lasts(own));
  const [slow, slowly] = [
    serviceFor(world, SET_UP, job),
    serviceFor(world, TEAR_DOWN, returning(lasts(own))),
  ];
  const quick = world.blocking(SET_UP, { costs: 0 });
  const quickly = world.blocking(TEAR_DOWN, { costs: 0 });
  const thrown = (error: unknown) => {
    world.note(THROWN_IN, [name, error]);
    if (!catches) throw error;
  };
  return (values: Record<string, unknown>): unknown => {
    const time = counts.get(name) ?? 0;
    counts.set(name, time + 1);
    const value = time === 0 ? first : made(madeAs(name, time));
    world.note(GIVEN, [name, needs.map((need) => values[need])]);
    if (as === "value") {
      quick(name);
      return value;
    }
    if (as === "promise") return slow(name).then(() => value);
    if (as === "generator")
      return (function* () {
        quick(name);
        try {
          yield value;
        } catch (error) {
          thrown(error);
        } finally {
          quickly(name);
        }
      })();
    return (async function* () {
      await slow(name);
      try {
        yield value;
      } catch (error) {
        thrown(error);
      } finally {
        await slowly(name);
      }
    })();
  };
}

/** `db, session (needs db)`. */
export function inWords(list: readonly Dependency[]): string {
  return list
    .map(({ name, needs, as, fails }) =>
      [name, as && `(${as})`, needs && `(needs ${needs.join(" and ")})`, fails && "(whose set-up fails)"]
        .filter(Boolean)
        .join(" "),
    )
    .join(", ");
}
