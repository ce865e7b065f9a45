// What can be told of the exercises before anything large is loaded: which are graded, and what their verdicts follow from,
// beside the files and the seed. Where that is the same, so is the verdict. And the child's program for what needs no grader.
// A student edition's bundle has pack-state.ts in place of source-state.ts.
export { gradedIds, playground, stateOf } from "./source-state.ts";
