// classroom/ID.json: what GitHub Classroom's autograding reporter takes, as base64, in <RUNNER>_RESULTS.
import { classroomResult } from "../classroom/result.ts";
import type { Format } from "./formats.ts";
import { jsonText } from "./json-text.ts";
import { writePerStudent } from "./per-student.ts";

export const classroom: Format = {
  name: "classroom",
  about: "GitHub Classroom's autograding result, for each submission",
  files: ["classroom/"],
  write: (report, folder) =>
    writePerStudent(folder, "classroom", report, ({ maxScore, exercises }, name) => ({
      [`${name}.json`]: `${jsonText(classroomResult(maxScore, exercises))}\n`,
    })),
};
