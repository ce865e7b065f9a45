// Faults of ours or of the machine, as opposed to a submission's: never a student's mark.

/** The engine cannot grade. `message` names the fault and the remedy. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}
