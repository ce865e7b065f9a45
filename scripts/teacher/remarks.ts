// What a teacher has to look at after a grading: what was not taken, or taken on a guess, and what to do about it.
import { compare } from "./intake/identity.ts";

export interface Remark {
  /** The submission's; absent where it is about the class, or about a file that is nobody's. */
  id?: string;
  exercise?: string;
  /** Fault and remedy: whole sentences, with the file's name. */
  text: string;
}

/** Gathers them in any order, and gives them in one. */
export class Remarks {
  private readonly all: Remark[] = [];

  add(...remarks: readonly Remark[]): void {
    this.all.push(...remarks);
  }

  /** Those about the class first, then by submission and exercise. */
  get sorted(): Remark[] {
    const key = ({ id, exercise = "" }: Remark) => [id === undefined ? "0" : `1${id}`, exercise, ""];
    return this.all
      .map((remark, index) => ({ remark, index, key: key(remark) }))
      .sort((a, b) => compare(a.key[0]!, b.key[0]!) || compare(a.key[1]!, b.key[1]!) || a.index - b.index)
      .map(({ remark }) => remark);
  }
}
