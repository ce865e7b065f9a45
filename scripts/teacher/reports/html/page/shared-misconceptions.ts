// Who shares which misconception, and where it showed.
import type { PageMisconception } from "../page-data.ts";
import { type ClassData, resultOf } from "./data.ts";

export interface SharedMisconception {
  misconception: PageMisconception;
  /** Indices of the students. */
  students: number[];
  /** In how many students' answers to each exercise (its index), most first. */
  exercises: { exercise: number; count: number }[];
}

/** Most common first; of those that are as common, in order of their titles. */
export function rankedMisconceptions(data: ClassData): SharedMisconception[] {
  const shared = data.misconceptions.map((misconception) => ({
    misconception,
    students: [] as number[],
    counts: new Map<number, number>(),
  }));
  for (const [index, student] of data.students.entries()) {
    for (const exercise of data.exercises.keys()) {
      for (const number of resultOf(data, student, exercise).misconceptions) {
        const { students, counts } = shared[number]!;
        counts.set(exercise, (counts.get(exercise) ?? 0) + 1);
        if (students.at(-1) !== index) students.push(index);
      }
    }
  }
  return shared
    .map(({ misconception, students, counts }) => ({
      misconception,
      students,
      exercises: [...counts]
        .map(([exercise, count]) => ({ exercise, count }))
        .sort((a, b) => b.count - a.count || a.exercise - b.exercise),
    }))
    .sort(
      (a, b) =>
        b.students.length - a.students.length || (a.misconception.title < b.misconception.title ? -1 : 1),
    );
}
