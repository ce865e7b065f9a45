// The calls of a flight, made in the world: by which key is loaded what, and who calls when. Serves 31.
import type { World } from "../../world/world.ts";
import { answerOf, makeValues } from "../jobs.ts";
import { calling, type Works } from "./callers.ts";
import type { Flights } from "./flights.ts";

export type SingleFlight = (
  load: (key: unknown) => Promise<unknown>,
  options: { ttlMs: number },
) => (key: unknown) => Promise<unknown>;

/** Keys by their names; any other name is the key itself, a text. The zero comes last: a Map takes both for one. */
const keysOf = () =>
  new Map<string, unknown>([
    ["the number 1", 1],
    ["the bigint 1", 1n],
    ["the number NaN", Number.NaN],
    ["minus zero", -0],
    ["the number 0", 0],
    ["nothing", undefined],
    ["null itself", null],
    ["true itself", true],
    ["an object", { id: 1 }],
    ["its twin", { id: 1 }],
    ["a list of x", ["x"]],
  ]);

/** Makes the flight, and its calls. `load` is traced with the name of its key, or as of `another key`. */
export function playing(
  world: World,
  singleFlight: SingleFlight,
  { ttlMs, calls, loads, split }: Flights,
): Promise<void> {
  const keys = keysOf();
  const names = new Map(Array.from(keys, ([name, key]) => [key, name]));
  // Each call loads at most once, and what is loaded beyond the list does as the last one.
  const jobs = [...loads, ...calls.map(() => loads.at(-1)!)];
  const values = makeValues(world, jobs, "value");
  let begun = 0;
  const service = world.service<[unknown], unknown>("load", {
    when: () => answerOf(jobs[begun % jobs.length]!, values[begun % jobs.length]),
  });
  let works: Works | undefined;
  const load = (key: unknown) => {
    const number = begun;
    const own = service(names.get(key) ?? (typeof key === "string" ? key : "another key"));
    begun++;
    works?.ends(number, own);
    works?.begins(number);
    return own;
  };
  const options = { ttlMs };
  const flight = singleFlight(load, options);
  const other = split ? singleFlight(load, options) : flight;
  return calling(world, calls, (index, told) => {
    works = told;
    const { key, as = key } = calls[index]!;
    return (index % 2 ? other : flight)(keys.has(as) ? keys.get(as) : as);
  });
}
