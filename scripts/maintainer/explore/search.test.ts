import { expect, test } from "vitest";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import type { Choice } from "../../../graders/trace/trace.ts";
import { type Player, type Run, type Searching, search } from "./search.ts";

/** Each input is how many ways each of its choices has, as `23`; a run fails if it is one of these: `23:12`. */
function game(failing: string[]): { player: Player; played: string[] } {
  const played: string[] = [];
  const verdict = ({ input, choices }: Run): CheckVerdict => {
    const made = Array.from(
      String(input),
      (of, at): Choice => ({ at: 0, of: Number(of), took: choices[at] ?? 0 }),
    );
    const name = `${input}:${made.map(({ took }) => took).join("")}`;
    played.push(name);
    const outcome = failing.includes(name) ? "failed" : "passed";
    const trace = { choices: made } as CheckVerdict["trace"];
    return {
      id: "order",
      title: "",
      outcome,
      score: 0,
      maxScore: 1,
      feedback: name,
      ...(trace && { trace }),
    };
  };
  return { played, player: async (runs) => runs.map(verdict) };
}
const play = async (inputs: string[], failing: string[], jobs = 1, how: Partial<Searching> = {}) => {
  const { player, played } = game(failing);
  const stage = { inputs, gaps: 1, joined: 1 };
  const searched = await search(stage, Array(jobs).fill(player), { goesOn: () => true, row: 2, ...how });
  return { ...searched, found: searched.found?.verdict.feedback, played: played.length };
};

test("all schedules of all inputs", async () => {
  expect(await play(["2", "", "23"], [])).toEqual({ runs: 9, held: 3, found: undefined, played: 9 });
});

test.each([1, 3])(
  "the first failing schedule of the smallest input that fails, with %i players",
  async (jobs) => {
    const found = await play(["22", "23", "3", "2"], ["2:0", "3:1", "23:11", "23:12"], jobs);
    expect(found).toMatchObject({ runs: 4 + 5, held: 1, found: "23:11" });
  },
);

test("ends with what it has when it is to go on no longer", async () => {
  let turns = 6;
  expect(await play(["2", "3"], [], 1, { goesOn: () => turns-- > 0 })).toMatchObject({ runs: 5, held: 2 });
  expect(await play(["2", "3"], [], 1, { goesOn: () => false })).toMatchObject({ runs: 0, held: 0 });
});

test("a run that is another one when it is played again is a mistake of ours", async () => {
  let count = 0;
  const player: Player = async (runs) =>
    runs.map(({ choices }) => ({
      id: "order",
      title: "",
      outcome: "passed",
      score: 1,
      maxScore: 1,
      feedback: `${count++}`,
      trace: { choices: [{ at: 0, of: 2000, took: choices[0] ?? 0 }] } as CheckVerdict["trace"] & object,
    }));
  await expect(
    search({ inputs: ["x"], gaps: 0, joined: 0 }, [player], { goesOn: () => true }),
  ).rejects.toThrow("The same choices gave another run");
});
