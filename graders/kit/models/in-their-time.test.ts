import { expect, test } from "vitest";
import { notesOf } from "../../trace/trace.ts";
import { inTheirTime, inTheTurnOf, type Timed } from "./in-their-time.ts";
import { runHere } from "./run-fixture.ts";

/** Who acted when, the first being 1; each act takes 30 ms. `,`: in one turn, ` `: in another. */
async function acted(all: Timed[]): Promise<string> {
  let turn = 0;
  const trace = await runHere((world) => {
    inTheirTime(world, all, (index, { settles, works }) => {
      world.note("acts", `${index + 1}@${world.now} ${turn}`);
      queueMicrotask(() => turn++);
      works();
      settles(world.wait(30));
    });
  });
  return notesOf(trace, "acts")
    .map(({ value }) => String(value).split(" "))
    .map(([what, mine], index, list) =>
      index === 0 ? what : (list[index - 1]![1] === mine ? "," : " ") + what,
    )
    .join("");
}

test("each acts in its time, or in the turn of another", async () => {
  expect(await acted([{}, {}, { after: 100 }, { after: 100 }])).toBe("1@0,2@0 3@100 4@200");
  expect(await acted([{ after: 10 }, {}, { beside: true }])).toBe("1@10 2@10,3@10");
  expect(await acted([{}, { follows: 0 }, { after: 50, follows: 1 }, {}])).toBe("1@0 2@30 4@50 3@60");
  expect(await acted([{}, { inside: 2 }, { after: 10 }])).toBe("1@0 3@10,2@10");
  expect(await acted([{}, { inTurnOf: 1 }])).toBe("1@0");
});

test("what lags acts so many microtasks later", async () => {
  const told: string[] = [];
  const acts = [2, 0, 1].map((lag) => inTheTurnOf(Promise.resolve(), () => told.push(`${lag}`), lag));
  await Promise.all(acts);
  expect(told).toEqual(["0", "1", "2"]);
});
