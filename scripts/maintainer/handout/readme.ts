// The student edition's README: the parts of ours that are for students.
import { UsageError } from "../../lib/usage-error.ts";

const KEPT = ["Students", "See it run"];

/** A student clones what they were given, whatever it is called there. */
const CLONE = /^git clone .*$/m;
const cloneOwn = "git clone <your repository> exercises-of-mine && cd exercises-of-mine && npm ci";

const more = `## Good to know

- What is in \`graders/\` grades you. It is not meant to be read or changed: your teacher grades with their own.
- Stuck? \`npm run hint 03\`. Lost? \`npm run reset 03\` gives you the file back, and keeps your attempt.
- Where GitHub Classroom is used, each push reports your points.
`;

/** `readme`: this project's. Throws a UsageError if it has lost a part that students need. */
export function studentReadme(readme: string): string {
  const [top] = readme.split(/^## /m);
  const sections = KEPT.map((title) => {
    const section = new RegExp(`^###? ${title}\\n.*?(?=^###? |(?![^]))`, "ms").exec(readme)?.[0];
    if (section === undefined) throw new UsageError(`README.md has no part "${title}", which students need.`);
    return section.replace(/^#+/, "##").trim();
  });
  const text = [top!.trim(), ...sections, more.trim()].join("\n\n");
  if (!CLONE.test(text))
    throw new UsageError("README.md does not say how it is cloned, which students need.");
  return `${text.replace(CLONE, cloneOwn)}\n`;
}

/** The files (relative paths) that the text shows as pictures. */
export function picturesIn(markdown: string): string[] {
  return Array.from(markdown.matchAll(/!\[[^\]]*\]\((?!https?:)([^)\s]+)/g), ([, path]) => path!);
}
