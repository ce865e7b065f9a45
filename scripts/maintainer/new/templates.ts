// What `npm run new` writes. Each place to fill in says FILL IN, and verify fails until none is left.
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";

/** The mark of a place that the author has yet to write. */
export const FILL_IN = "FILL IN";

/** Id and title of each check. */
const checks = [
  ["story", `${FILL_IN}: the basic case, in the story's own numbers`],
  ["time", `${FILL_IN}: the same with other durations and payloads`],
  ["failure", `${FILL_IN}: a failure reaches the caller unchanged`],
  ["apart", `${FILL_IN}: overlapping calls know nothing of each other`],
] as const;

/** `threeApis` for `03-three-apis`: the name that a scaffolded exercise exports. */
export function exportName(id: string): string {
  return slugOf(id).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `.grader.ts`: lets vitest find an exercise. */
export function graderFile(id: string): string {
  return `import { exercise } from "../../graders/vitest.ts";\n\nexercise("${id}");\n`;
}

/** The scaffold of exercise `id`: path relative to the project -> text. */
export function scaffold(id: string): Record<string, string> {
  const slug = slugOf(id);
  return {
    [`exercises/${id}/README.md`]: readme(id),
    [`exercises/${id}/${slug}.ts`]: stub(id),
    [`exercises/${id}/.grader.ts`]: graderFile(id),
    [`graders/${id}.ts`]: grader(id),
    [`solutions/${id}/${slug}.ts`]: answer(id, "the reference solution, which the timeline's ghost shows"),
    [`solutions/${id}/also-correct/promise-chain.ts`]: answer(id, "a right answer with promise chains"),
    [`solutions/${id}/also-correct/class.ts`]: answer(id, "a right answer with a class"),
    [`solutions/${id}/wrong/forgotten-await.ts`]: wrong(id),
  };
}

function readme(id: string): string {
  const title = slugOf(id).replaceAll("-", " ");
  return `# ${numberOf(id)} · ${title[0]!.toUpperCase()}${title.slice(1)}

See it first: \`npm run play ${FILL_IN}\`.

${FILL_IN}: the story, in two sentences.

## Task

${FILL_IN}: what to write.

\`\`\`ts
${exportName(id)}(work: () => Promise<string>): Promise<string>
\`\`\`

${FILL_IN}: a timeline.

## Graded

${checks.map(([, title]) => `- ${title}`).join("\n")}

| Python  | TypeScript |
| ------- | ---------- |
| ${FILL_IN} | ${FILL_IN}    |

## Hints

${["A nudge", "More", "Nearly the answer"].map(hint).join("\n\n")}
`;
}

function hint(summary: string): string {
  return `<details><summary>${summary}</summary>\n\n${FILL_IN}\n\n</details>`;
}

function stub(id: string): string {
  return `// Exercise ${numberOf(id)}: ${FILL_IN}, what it is about.

/** ${FILL_IN}: what it resolves to, and when. */
export function ${exportName(id)}(work: () => Promise<string>): Promise<string> {
  // TODO: ${FILL_IN}, what to do.
  throw new Error("Not implemented yet");
}
`;
}

function grader(id: string): string {
  const name = exportName(id);
  const [story, time, failure, apart] = checks.map(([check, title]) => `check("${check}", "${title}", {`);
  return `// ${FILL_IN}: what ${name} promises, in one sentence.
import { apart } from "./kit/apart.ts";
import { rejectedWithFirst } from "./kit/as-it-went.ts";
import { fulfilled } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { durations, FALSY, failing, inWords, type Job, MADE, returning, serviceFor } from "./kit/jobs.ts";
import { mistakes } from "./kit/mistakes/gathered.ts";
import { madeBy } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/${id}/${slugOf(id)}.ts");

/** ${FILL_IN}: what happens, by its input; a model where one fits (kit/models/). */
const play = {
  scenario(world: World, { ${name} }: Student, job: Job) {
    return ${name}(serviceFor<string>(world, "work", job));
  },
  says: (job: Job) => \`With work of \${inWords([job])}\`,
  mistakes,
};

export default grader<Student>("${id}", [
  ${story}
    points: 3,
    cast: [returning(1000)],
    ...play,
    expect: (trace) => [fulfilled(trace, { at: 1000, value: madeBy(trace, "work 1") })],
  }),
  ${time}
    points: 3,
    cast: durations().map((ms) => returning(ms)),
    ...play,
    expect: (trace, { takes }) => [fulfilled(trace, { at: takes, value: madeBy(trace, "work 1") })],
  }),
  ${failure}
    points: 2,
    cast: [MADE, ...FALSY].map((value) => failing(300, value)),
    ...play,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  ${apart}
    points: 2,
    ...apart(play, { "A call": returning(300), "A call that fails": failing(200) }),
  }),
]);
`;
}

function answer(id: string, what: string): string {
  return `// ${FILL_IN}: ${what}.

export function ${exportName(id)}(_work: () => Promise<string>): Promise<string> {
  throw new Error("Not written yet");
}
`;
}

function wrong(id: string): string {
  return `// fails: ${checks[0][0]} (forgotten-await)
// ${FILL_IN}: an answer with this mistake, and one file more for every other mistake that the exercise is about.

export function ${exportName(id)}(_work: () => Promise<string>): Promise<string> {
  throw new Error("Not written yet");
}
`;
}
