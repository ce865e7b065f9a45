// The tables of gradebook.sqlite. It grows: no run, verdict or trace is ever changed once it is whole.

/** Raised with each change of the tables; migrations.ts has the way from those before. */
export const schemaVersion = 5;

/** Marks a SQLite file as a gradebook: `AsDo`. */
export const applicationId = 0x4173446f;

/** The tables of version 3. */
export const schema3 = `
-- A grading of a class. Without "finished" it is under way, or was stopped.
CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  graders TEXT NOT NULL,
  seed INTEGER NOT NULL,
  sandbox TEXT NOT NULL,
  exercises TEXT NOT NULL
) STRICT;

-- Who was graded in a run, by their places in the order of their ids.
CREATE TABLE submissions (
  run INTEGER NOT NULL REFERENCES runs,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  submitted TEXT,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX submission_called ON submissions (run, id);

-- All that decides a verdict beside the submitted files; see graders/engine/edition/fingerprints.ts.
CREATE TABLE conditions (
  condition INTEGER PRIMARY KEY,
  exercise TEXT NOT NULL,
  scenario TEXT NOT NULL,
  judge TEXT NOT NULL,
  surroundings TEXT NOT NULL,
  seed INTEGER NOT NULL,
  UNIQUE (exercise, scenario, surroundings, seed, judge)
) STRICT;

-- What an exercise's files are graded as: by the SHA-256 of the files and of what compiles them, that of their program.
CREATE TABLE programs (
  files BLOB PRIMARY KEY,
  program BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- "content" is the SHA-256 of the exercise's program, or of its files where they have none. What is not "final" was our fault, and is tried again.
CREATE TABLE verdicts (
  verdict INTEGER PRIMARY KEY,
  condition INTEGER NOT NULL REFERENCES conditions,
  content BLOB NOT NULL,
  final INTEGER NOT NULL,
  score INTEGER NOT NULL,
  max_score INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  checks TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX verdict_on ON verdicts (content, condition) WHERE final;

CREATE TABLE results (
  run INTEGER NOT NULL REFERENCES runs,
  position INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  verdict INTEGER NOT NULL REFERENCES verdicts,
  PRIMARY KEY (run, position, exercise)
) STRICT, WITHOUT ROWID;

-- JSON, compressed with Zstandard; each once, by the SHA-256 of the JSON.
CREATE TABLE traces (
  trace INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  packed BLOB NOT NULL
) STRICT;

-- The run that a check's verdict is about, and what the reference solution does in the same scenario.
CREATE TABLE pictures (
  verdict INTEGER NOT NULL REFERENCES verdicts,
  check_id TEXT NOT NULL,
  trace INTEGER NOT NULL REFERENCES traces,
  ghost INTEGER REFERENCES traces,
  PRIMARY KEY (verdict, check_id)
) STRICT, WITHOUT ROWID;

-- What a check that runs once was answered: a trace, or (JSON) what came instead of one.
CREATE TABLE answers (
  verdict INTEGER NOT NULL REFERENCES verdicts,
  check_id TEXT NOT NULL,
  trace INTEGER REFERENCES traces,
  other TEXT,
  PRIMARY KEY (verdict, check_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ghosts (
  scenario BLOB PRIMARY KEY,
  trace INTEGER NOT NULL REFERENCES traces
) STRICT, WITHOUT ROWID;

-- The marks that a run moved, against the finished run before it, and why.
CREATE TABLE changes (
  run INTEGER NOT NULL REFERENCES runs,
  exercise TEXT NOT NULL,
  check_id TEXT NOT NULL,
  title TEXT NOT NULL,
  cause TEXT NOT NULL,
  submission TEXT NOT NULL,
  before INTEGER NOT NULL,
  after INTEGER NOT NULL
) STRICT;
CREATE INDEX changes_of ON changes (run);
`;

/** What version 4 adds. */
export const addedIn4 = `
-- What the teacher decided about a student ("id": the submission's, or the roster's), or everybody (a weight).
CREATE TABLE decisions (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  exercise TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

-- What became of a submission in a run that ended; "late", "decided" and "remarks" are JSON.
CREATE TABLE marks (
  run INTEGER NOT NULL REFERENCES runs,
  id TEXT NOT NULL,
  mark REAL NOT NULL,
  max_mark REAL NOT NULL,
  late TEXT,
  decided TEXT NOT NULL,
  remarks TEXT NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

-- The files of an exercise as they were handed in: JSON, compressed with Zstandard, by the SHA-256 of the files.
CREATE TABLE sources (
  files BLOB PRIMARY KEY,
  packed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE handed_in (
  run INTEGER NOT NULL REFERENCES runs,
  position INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  files BLOB NOT NULL REFERENCES sources,
  PRIMARY KEY (run, position, exercise)
) STRICT, WITHOUT ROWID;
`;

/** What version 5 adds. */
export const addedIn5 = `
-- Type errors (JSON) of an exercise's files, by their SHA-256, as a version of the checker with its settings finds them.
CREATE TABLE types (
  files BLOB NOT NULL,
  checker TEXT NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (files, checker)
) STRICT, WITHOUT ROWID;

-- A run that told them, and what percent of an exercise's points they cost.
CREATE TABLE types_asked (
  run INTEGER PRIMARY KEY REFERENCES runs,
  checker TEXT NOT NULL,
  cost INTEGER NOT NULL
) STRICT;

-- Real seconds that grading took, for a verdict that was given here.
CREATE TABLE durations (
  verdict INTEGER PRIMARY KEY REFERENCES verdicts,
  seconds REAL NOT NULL
) STRICT;
`;

export const schema4 = schema3 + addedIn4;
export const schema = schema4 + addedIn5;
