// What every command line of ours does alike: help is a text to print, and a fault says where there is help.
import { type Command, CommanderError } from "commander";
import { UsageError } from "./usage-error.ts";

/**
 * Has `command` parse the arguments. Returns the help text if they ask for that. Throws a UsageError for arguments that
 * it does not take: their fault, then `see`; or `missing`, if that is given and a required argument is missing.
 */
export function parseWith(
  command: Command,
  args: readonly string[],
  { see, missing }: { see: string; missing?: string },
): string | undefined {
  let help = "";
  command.configureOutput({ writeOut: (text) => (help += text), outputError: () => {} }).exitOverride();
  try {
    command.parse(args, { from: "user" });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return help;
    if (missing !== undefined && error.code === "commander.missingArgument") throw new UsageError(missing);
    throw new UsageError(`${error.message.replace(/^error: /, "").replace(/\.?$/, ".")}${see}`);
  }
}
