// npm run verify: the project's own checks. Usage: npm run verify -- --help
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { explain, runCommand } from "./lib/command.ts";
import { painter, print } from "./lib/terminal.ts";
import { type StepResult, totalLine } from "./maintainer/evidence/facts.ts";
import { allIds } from "./maintainer/evidence/project-files.ts";
import { parseArguments } from "./maintainer/verify/arguments.ts";
import { allSteps, evidenceStep, type Step } from "./maintainer/verify/steps.ts";
import { recordStubs } from "./maintainer/verify/stub-record.ts";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const options = parseArguments(process.argv.slice(2), allIds(root));
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { only, evidence, seeds, writeStubs } = options;
  if (writeStubs) recordStubs(root, only ?? allIds(root));
  const results: StepResult[] = [];
  for (const step of evidence ? [evidenceStep(root, only, seeds)] : allSteps(root))
    results.push(await run(step));
  print(process.stdout, `\n${totalLine(results)}`);
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
});

/** Runs a step and says how it went, in one line and below it what failed. A step that breaks down has failed. */
async function run(step: Step): Promise<StepResult> {
  const paint = painter(process.stdout);
  const begun = performance.now();
  const result = await step.run().catch((error: unknown): StepResult => {
    return { passed: 0, failed: 1, skipped: 0, details: [explain(error)] };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { passed, failed, details } = result;
  const sign = failed > 0 ? paint("red", "✗") : paint("green", "✓");
  const count = passed + failed === 1 ? "" : `${passed} of ${passed + failed}`;
  const kept = result.unchanged ? "  unchanged since it passed; CI=1 runs it" : "";
  print(
    process.stdout,
    `${sign} ${step.name.padEnd(34)} ${count.padStart(12)} ${seconds.padStart(7)} s${kept}`,
  );
  for (const detail of details) print(process.stdout, `  ${detail.replaceAll("\n", "\n  ")}`);
  return result;
}
