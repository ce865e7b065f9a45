// A child that was started ahead: used once, by one submission alone, and ended with the engine.
import { expect, test } from "vitest";
import { openEngine } from "../engine.ts";

const ID = "01-first-await";
const files = { entry: "first-await.ts", files: new Map([["first-await.ts", "export const a = 1;\n"]]) };

test("the child that waits is taken by the next submission, and by no other", async () => {
  const engine = await openEngine({ only: [ID] });
  const { children } = engine as unknown as { children: Set<object> };
  try {
    engine.warm();
    engine.warm();
    const [spare] = children;
    expect(children.size).toBe(1);
    await engine.gradeExercise(ID, files, { seed: 1 });
    expect(children.size).toBe(0);

    engine.warm();
    expect(children.has(spare!)).toBe(false);
  } finally {
    await engine.close();
  }
  engine.warm();
  await expect(engine.gradeExercise(ID, files, { seed: 1 })).rejects.toThrow("The engine is closed.");
});
