// From a class's report to the page's data: each different result and picture is kept once, whoever shares it.
import { hash } from "node:crypto";
import type { CheckOutcome } from "../../../../graders/engine/types.ts";
import { explained, misconceptions } from "../../../../graders/misconceptions/misconceptions.ts";
import { layout } from "../../../../graders/timeline/layout.ts";
import type {
  ClassReport,
  ReportCheckResult,
  ReportExercise,
  ReportExerciseResult,
  ReportStudent,
} from "../../class-report.ts";
import { decisionWords } from "../../decisions/decision.ts";
import { ChunkWriter } from "./chunks.ts";
import { ItemCounter } from "./item-statistics.ts";
import type {
  ChunkItem,
  PageCheckDetail,
  PageData,
  PageDetail,
  PageExercise,
  PageMisconception,
  PageResult,
  PageSource,
  PageStudent,
} from "./page-data.ts";

/** Of these a check says nothing: there was nothing to be checked, or we failed. */
const UNGRADED: readonly CheckOutcome[] = ["missing", "invalid", "grader-error"];
/** Of these nothing is to be seen but what is right, or nothing at all. */
const UNPICTURED: readonly CheckOutcome[] = ["passed", "skipped"];

/** Takes the class one student at a time and keeps of each a line. Feedback and timelines go into `chunks`. */
export class Collector {
  readonly chunks = new ChunkWriter();
  private readonly report: ClassReport;
  private readonly outcomes = new Numbered<CheckOutcome>();
  private readonly misconceptions = new Numbered<string>();
  private readonly exercises: ExerciseCollector[];
  private readonly students: PageStudent[] = [];
  private readonly sources = new Map<string, ChunkItem>();

  constructor(report: ClassReport) {
    this.report = report;
    const { chunks, outcomes, misconceptions } = this;
    this.exercises = report.exercises.map(
      (exercise) => new ExerciseCollector(exercise, { chunks, outcomes, misconceptions }),
    );
  }

  add(student: ReportStudent): void {
    this.students.push(this.pageStudent(student));
  }

  private pageStudent(student: ReportStudent): PageStudent {
    const { id, person, score, mark, late, exercises, decisions, excused, absent, place, attempts } = student;
    const results = this.exercises.map((exercise, index) => exercise.add(exercises[index]!, score));
    return {
      id,
      ...pick(person, ["name", "email", "section"]),
      score,
      mark,
      ...(late && { late }),
      ...(decisions && { decided: decisions.map(decisionWords) }),
      ...(excused && { excused }),
      ...(absent && { absent }),
      results,
      sources: exercises.map((exercise) => this.sourceOf(exercise)),
      ...(place !== undefined && { place }),
      ...(attempts && { attempts: `${attempts.count} hand-ins, of which the ${attempts.counts} one counts` }),
    };
  }

  /** Each different text once, whoever handed it in. */
  private sourceOf({ id, source, types, off }: ReportExerciseResult): ChunkItem | null {
    const found = source?.();
    if (!found) return null;
    const { entry, files } = found;
    const sorted = [...files].sort(([a], [b]) => Number(b === entry) - Number(a === entry));
    const shown: PageSource = { files: sorted, ...(types && { types }), ...(off !== undefined && { off }) };
    return once(this.sources, JSON.stringify([id, shown]), () =>
      this.chunks.add(`source ${id}`, JSON.stringify(shown)),
    );
  }

  /** What is known after the last student. To be asked before the last chunks are taken. */
  finish(): PageData {
    const { graders, seed, sandbox, due, unmatched, remarks, maxMark, moved = [] } = this.report;
    const absent = this.report.absent.map((student) => this.pageStudent(student));
    return {
      graders,
      seed,
      ...(due !== undefined && { due }),
      sandbox,
      outcomes: this.outcomes.values,
      misconceptions: this.misconceptions.values.map(pageMisconception),
      exercises: this.exercises.map(({ data }) => data),
      students: this.students,
      absent,
      remarks,
      maxMark,
      moved,
      unmatched,
    };
  }
}

interface Shared {
  chunks: ChunkWriter;
  outcomes: Numbered<CheckOutcome>;
  misconceptions: Numbered<string>;
}

class ExerciseCollector {
  private readonly exercise: ReportExercise;
  private readonly shared: Shared;
  private readonly counters: ItemCounter[];
  private readonly results: PageResult[] = [];
  private readonly resultsByHash = new Map<string, number>();
  private readonly picturesByHash = new Map<string, ChunkItem | undefined>();

  constructor(exercise: ReportExercise, shared: Shared) {
    this.exercise = exercise;
    this.shared = shared;
    this.counters = exercise.checks.map(() => new ItemCounter());
  }

  /** `total`: the student's points in all exercises. Returns the result's index. */
  add(result: ReportExerciseResult, total: number): number {
    for (const [index, { outcome, score }] of result.checks.entries())
      if (!UNGRADED.includes(outcome)) this.counters[index]!.add(outcome === "passed", total - score);
    const detail = result.checks.map((check, index) => this.detailOf(check, index));
    const { score, outcome } = result;
    const outcomes = result.checks.map((check) => check.outcome);
    return once(this.resultsByHash, JSON.stringify([score, outcome, outcomes, detail]), () => {
      return this.results.push(this.newResult(result, detail)) - 1;
    });
  }

  get data(): PageExercise {
    const { id, title, belt, maxScore, checks } = this.exercise;
    return {
      id,
      title,
      ...(belt !== undefined && { belt }),
      maxScore,
      checks: checks.map((check, index) => ({
        title: check.title,
        maxScore: check.maxScore,
        ...this.counters[index]!.statistics,
      })),
      results: this.results,
    };
  }

  private newResult({ score, outcome, checks }: ReportExerciseResult, detail: PageDetail): PageResult {
    const { outcomes, chunks } = this.shared;
    return {
      score,
      outcome: outcomes.of(outcome),
      outcomes: checks.map((check) => outcomes.of(check.outcome)),
      misconceptions: [...new Set(detail.flatMap(({ misconception }) => misconception ?? []))],
      detail: chunks.add(this.exercise.id, JSON.stringify(detail)),
    };
  }

  private detailOf(check: ReportCheckResult, index: number): PageCheckDetail {
    const { feedback, misconception, virtualMs, lines } = check;
    const picture = this.pictureOf(check, index);
    return {
      feedback,
      ...(misconception !== undefined && { misconception: this.shared.misconceptions.of(misconception) }),
      ...ownAdvice(this.exercise.id, misconception),
      ...(virtualMs !== undefined && { virtualMs }),
      ...(lines && { lines }),
      ...(picture !== undefined && { picture }),
    };
  }

  private pictureOf({ outcome, feedback, picture }: ReportCheckResult, index: number) {
    const runs = UNPICTURED.includes(outcome) ? undefined : picture?.();
    if (!runs) return undefined;
    // Laying out costs far more than this, and a class makes the same mistakes.
    return once(this.picturesByHash, JSON.stringify([runs, feedback]), () => {
      const timeline = JSON.stringify(layout(runs.trace, runs.ghost, feedback));
      const group = `${this.exercise.id} ${index}`;
      return once(this.picturesByHash, `${group} ${timeline}`, () => this.shared.chunks.add(group, timeline));
    });
  }
}

/** Numbers values in the order in which they first come. */
class Numbered<T> {
  private readonly numbers = new Map<T, number>();

  of(value: T): number {
    const number = this.numbers.get(value) ?? this.numbers.size;
    this.numbers.set(value, number);
    return number;
  }

  get values(): T[] {
    return [...this.numbers.keys()];
  }
}

/** What `make` gave for the first text that is the same. The map keeps the texts' hashes, not the texts. */
function once<T>(made: Map<string, T>, text: string, make: () => T): T {
  const key = hash("sha256", text, "base64");
  if (made.has(key)) return made.get(key)!;
  const value = make();
  made.set(key, value);
  return value;
}

function pageMisconception(id: string): PageMisconception {
  const known = Object.hasOwn(misconceptions, id) ? misconceptions[id]! : undefined;
  return { id, ...(known ?? { title: id, explanation: "", advice: "", course: "" }) };
}

/** The exercise's own advice, if it has any. */
function ownAdvice(exercise: string, misconception: string | undefined): Pick<PageCheckDetail, "advice"> {
  const advice = explained(exercise, misconception)?.advice;
  return advice !== undefined && advice !== misconceptions[misconception!]!.advice ? { advice } : {};
}

function pick<T extends object, K extends keyof T>(from: T | undefined, keys: K[]): Partial<Pick<T, K>> {
  const known = keys.filter((key) => from?.[key] !== undefined);
  return Object.fromEntries(known.map((key) => [key, from![key]])) as Partial<Pick<T, K>>;
}
