// Grades a class with an attacker in it as `npm run grade` does, in this process, and says what it did to the others.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { keptOutput } from "../../testing/outputs.ts";
import type { GradeOptions } from "../grade/args.ts";
import { runGrade } from "../grade/run.ts";
import type { GradingEngine } from "../grading-engine.ts";
import type { Attack } from "./attack.ts";
import { classes, type HonestClass } from "./classes.ts";
import { faults, faultsInDoubt } from "./compare.ts";
import { changedFiles, layOut, layOutAlone } from "./lay-out.ts";
import { readSaid, type Said } from "./said.ts";

interface Ended {
  /** What it rejected with; undefined if it ended well. */
  error?: Error;
  code?: number;
  /** All that the terminal got. */
  text: string;
}

export class Attacks {
  private readonly engine: () => GradingEngine;
  private readonly without = new Map<string, Promise<Said>>();

  /** `engine`: makes the one of each grading, which closes it. */
  constructor(engine: () => GradingEngine) {
    this.engine = engine;
  }

  /** What the attack does to the honest: a sentence for each thing; none if it does nothing. */
  async try(attack: Attack): Promise<string[]> {
    const class_: HonestClass = classes[attack.in];
    const before = await this.report(attack.in, attack.options);
    return inFolder(async (root) => {
      const options = layOut(root, class_, attack);
      for (const files of attack.earlier ?? []) await this.grade(layOutAlone(root, files));
      if (attack.gradebook) await this.tamper(options, attack.gradebook);
      if (attack.stoppedAfter) await this.grade(options, attack.stoppedAfter);
      const ended = await this.grade(options);
      const written = existsSync(join(root, "report/results.json"));
      if (attack.mayRefuse && ended.error?.name === "UsageError" && !written) return [];
      if (ended.error) return [`The grading ended: ${ended.error.message}`];
      const after = readSaid(join(root, "report"));
      return [
        ...(ended.code === (attack.exitCode ?? 0) ? [] : [`The grading ended with ${ended.code}`]),
        ...changedFiles(root, class_).map((path) => `${path} was changed`),
        ...judged(before, after, ended.text, attack),
      ];
    });
  }

  /** The report on the class without an attacker. */
  private report(name: Attack["in"], options: Attack["options"]): Promise<Said> {
    const { jobs: _, ...others } = options ?? {};
    const key = JSON.stringify([name, others]);
    const known = this.without.get(key) ?? this.newReport(classes[name], others);
    this.without.set(key, known);
    return known;
  }

  private newReport(class_: HonestClass, options: Attack["options"]): Promise<Said> {
    return inFolder(async (root) => {
      const { error } = await this.grade({ ...layOut(root, class_), ...options });
      if (error) throw error;
      return readSaid(join(root, "report"));
    });
  }

  /** Grades once, as it should be, has the gradebook changed, and takes the report away. */
  private async tamper(options: GradeOptions, change: (database: DatabaseSync) => void): Promise<void> {
    const { out } = options;
    await this.grade(options);
    rmSync(join(out, "results.json"));
    const database = new DatabaseSync(join(out, "gradebook.sqlite"), {
      enableForeignKeyConstraints: false,
    });
    change(database);
    database.close();
  }

  private async grade(options: GradeOptions, stopAfter?: number): Promise<Ended> {
    const [stdout, stderr, stop] = [keptOutput(), keptOutput(), new AbortController()];
    const said = () => `${stdout.text}${stderr.text}`;
    const write = stderr.write.bind(stderr);
    stderr.write = ((text: string) => {
      const written = write(text);
      if (stopAfter !== undefined && text.startsWith(`graded ${stopAfter}/`))
        stop.abort(new Error("stopped"));
      return written;
    }) as typeof stderr.write;
    const io = {
      stdout,
      stderr,
      openEngine: async () => this.engine(),
      loadTitles: async () => ({}),
      signal: stop.signal,
    };
    try {
      return { code: await runGrade(options, io), text: said() };
    } catch (error) {
      return { error: error as Error, text: said() };
    }
  }
}

function judged(before: Said, after: Said, text: string, attack: Attack): string[] {
  const class_: HonestClass = classes[attack.in];
  const found = faults(before, after, attack, class_);
  if (!attack.doubt || found.length === 0) return [...found, ...unseen(before, after, text, attack)];
  const unsaid = attack.doubt.filter((name) => !text.includes(name));
  return [...unsaid.map((name) => `"${name}" is not named`), ...faultsInDoubt(before, after, attack, class_)];
}

/** An attack of which nothing is seen may be a slip in the corpus: such a one proves nothing. */
function unseen(before: Said, after: Said, text: string, { gradebook, earlier, quiet }: Attack): string[] {
  const size = ({ results, unmatched, tables }: Said) =>
    results.length + unmatched.roster.length + (tables["moodle.csv"]?.length ?? 0);
  const seen = size(after) > size(before) || /^Note: /m.test(text) || gradebook || earlier || quiet;
  return seen ? [] : ["Nothing of the attacker is seen"];
}

/** In memory where there is such a disk: a gradebook waits for its disk at every step. */
const DISK = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

async function inFolder<T>(act: (root: string) => Promise<T>): Promise<T> {
  const root = realpathSync(mkdtempSync(join(DISK, "async-dojo-attack-")));
  try {
    mkdirSync(join(root, "report"));
    return await act(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
