// Attacks by the name of a folder, where names are all there is: user names, names that a teacher was told.
import { type Attack, type Files, rubbish } from "../attack.ts";
import type { ClassName } from "../classes.ts";

const answers = (folder: string): Files => ({
  [`${folder}/three-apis.ts`]: rubbish,
  [`${folder}/timeout.ts`]: rubbish,
});

function called(tries: string, named: Record<string, string>, class_: ClassName = "folders"): Attack[] {
  return Object.entries(named).map(([name, folder]) => ({
    name,
    tries: `${tries}: ${JSON.stringify(folder.length > 60 ? `${folder.slice(0, 60)}…` : folder)}`,
    in: class_,
    files: answers(folder),
  }));
}

const asAttempt = called("to be a later attempt of somebody else's", {
  "attempt with hyphens": "ada-attempt-2",
  "attempt with underscores": "ada_attempt_2",
  "attempt in brackets": "ada (attempt 2)",
  "attempt without a separator": "adaattempt2",
  "attempt in capitals": "ada-ATTEMPT-99",
  "attempt of the largest number": "ada-attempt-999999",
  "attempt number 0, of who has none": "bela-attempt-0",
  "attempt in full-width digits": "ada attempt \uff12",
  "attempt in Arabic digits": "ada-attempt-\u0662",
  "attempt behind no-break spaces": "ada\u00a0attempt\u00a02",
  "attempt of nobody": "attempt-2",
  "attempt of who has a folder of attempts": "emeka-attempt-3",
  "attempt of a namesake": "kim-attempt-2",
  "attempt of an attempt": "ada-attempt-2-attempt-3",
  "attempt of who handed in nothing": "dara-attempt-1",
});

const asTwin = called("to have a name that a disk or an eye takes for another's", {
  "twin in case": "Ada",
  "twin in capitals": "ADA-M",
  "twin in composition": "Zoe\u0308 Mu\u0308ller",
  "twin by a dot at its end": "ada.",
  "twin by a space at its end": "ada ",
  "twin by a space before it": " ada",
  "twin by a zero-width space": "ada\u200b",
  "twin by a soft hyphen": "a\u00adda",
  "twin by a mark of direction": "ada\u202e",
  "twin by a variation selector": "ada\ufe0f",
  "twin in full width": "\uff41\uff44\uff41",
  "twin in Cyrillic": "\u0430da",
  "twin by a dotless letter": "k\u0131m",
  "twin by a control character": "ada\u0001",
  "twin by a C1 character": "ada\u0085",
  "twin by an escape sequence": "ada\u001b[2K",
  "twin by a line end": "ada\n",
  "twin by a carriage return": "ada\r",
  "twin by what an invisible character is shown as": "ada\\u200b",
});

const asOurs = called("to be called as we call another, or another's file", {
  "our number behind a namesake": "kim (2)",
  "our next number behind a namesake": "kim (3)",
  "our name of another's file": "o_neill-48977942",
  "our name of another's file, in other case": "zo\u00eb m\u00fcller-d6e575a6",
  "our ending of another's file": "ada.json",
  "our name of an exercise in another's": "ada-03-three-apis",
  "our name of a suite": "ada: 03-three-apis",
  "our name of a class of tests": "ada.03-three-apis",
});

const asMachinery = called("to be something else than a name, to some program", {
  "name of a prototype": "__proto__",
  "name of a constructor": "constructor",
  "name of a device": "CON",
  "name of a device with an ending": "nul.txt",
  "name of three dots": "...",
  "name of a hyphen": "-",
  "name of an option": "--help",
  "name of a formula": '=HYPERLINK("x")',
  "name of two cells": 'eve","ada',
  "name of two rows": "eve\r\nada,Ada,,,0,0,20,,,0,0",
  "name of markup": "<\u002fscript><!--",
  "name of an entity": "&#10;&ada;",
  "name of a path": "..\\ada\\three-apis.ts",
  "name of an encoded path": "..%2fada%2fthree-apis.ts",
  "name of a stream": "ada:three-apis.ts",
  "name of a report's folder": "feedback",
  "name of a report": "results.json",
  "name of a gradebook": "gradebook.sqlite",
  "name of 85 characters of 3 bytes": "\u8a9e".repeat(85),
  "name of 255 bytes": "e".repeat(255),
  "name of 127 accents": `e${"\u0301".repeat(127)}`,
  "name of the folder of exercises": "exercises",
  "name of an exercise": "03-three-apis",
});

const inPackedClass = [
  ...called("the same, in an archive of the class", { "packed attempt": "ada-attempt-2" }, "zipped"),
  ...called(
    "to make the class one submission",
    { "packed name of the folder of exercises": "exercises" },
    "zipped",
  ),
  ...called("to make the class one submission", { "packed name of an exercise": "04-timeout" }, "tarred"),
  ...called("to be told from others by nothing", { "packed twin in case": "ADA" }, "tarred"),
  ...called("to lie in another's folder", { "packed name of a path": "ada\\timeout.ts" }, "zipped"),
  ...called("to lie in another's folder", { "packed name that leads out": "..\\ada" }, "tarred"),
];

export const names = [...asAttempt, ...asTwin, ...asOurs, ...asMachinery, ...inPackedClass];
