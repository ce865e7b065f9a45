// What became of each submission in a run: the mark, lateness and what was said, for those who ask later how it came to be.
import type { ClassReport, ReportStudent } from "../class-report.ts";
import type { Gradebook } from "./gradebook.ts";

export function keepMarks(gradebook: Gradebook, run: number, report: ClassReport): void {
  gradebook.transaction(() => {
    const insert = gradebook.statement(
      "INSERT INTO marks (run, id, mark, max_mark, late, decided, remarks) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    // Who handed in nothing has a mark only by a decision.
    const decided = report.absent.filter(({ decisions }) => decisions);
    const keep = ({ id, mark, late, decisions = [], remarks = [] }: ReportStudent) =>
      insert.run(
        run,
        id,
        mark,
        report.maxMark,
        late ? JSON.stringify(late) : null,
        JSON.stringify(decisions),
        JSON.stringify(remarks),
      );
    for (const student of report.students()) keep(student);
    for (const student of decided) keep(student);
  });
}
