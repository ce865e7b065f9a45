// The inputs of one check, chosen by programs that run in the sandbox.
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { readPieces } from "../evidence/project-files.ts";
import { chooseFor } from "./wrong-programs.ts";

const id = "06-abortable-sleep";
const pieces = readPieces(dirname(dirname(dirname(import.meta.dirname))), id);
const right = { name: "also-correct/right.ts", text: pieces.reference! };
const wrong = (name: string, text: string) => ({ name: `wrong/${name}.ts`, text });
const chosenBy = (...all: { name: string; text: string }[]) => {
  // Without a reference solution there are no mutants, which take long.
  const { reference: _, ...rest } = { ...pieces, alsoCorrect: [right], wrong: all };
  return chooseFor(temporaryFolder({ "solutions/": "" }), rest, { jobs: 1, seeds: 3 });
};

test("one input is enough for what always fails; what cannot run says nothing, and what is right is right", async () => {
  const { told } = await chosenBy(
    wrong("too-late", right.text.replace("}, ms);", "}, ms + 1);")),
    wrong("no-export", "export const other = 1;"),
    wrong("no-program", "export const = ;"),
    wrong("as-right", right.text),
  );
  expect(told).toEqual(["06-abortable-sleep time: with 1 input 2 of 2 wrong programs fail"]);
});
