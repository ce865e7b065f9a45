// What a learning platform calls a student by.

export const platformNames = [
  "canvas",
  "moodle",
  "blackboard",
  "d2l",
  "teams",
  "google-classroom",
  "gradescope",
  "github-classroom",
  "flat",
  "folders",
] as const;

/** As `--platform` takes it. */
export type PlatformName = (typeof platformNames)[number];

/** A platform's own number for a student, which nobody can choose: only with its platform it means anything. */
export interface PlatformNumber {
  platform: PlatformName;
  value: string;
}
