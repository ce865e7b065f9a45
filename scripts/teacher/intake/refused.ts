// What intake throws for a submission, or an archive, that cannot be taken.

/** The message is the reason that the student and the teacher read; it names only paths inside the submission. */
export class Refused extends Error {
  override name = "Refused";
}
