// The tables of gradebook.sqlite. It grows: no run, verdict or trace is ever changed once it is whole.

/** Raised with each change of the tables. */
export const schemaVersion = 3;

/** Marks a SQLite file as a gradebook: `AsDo`. */
export const applicationId = 0x4173446f;

export const schema = `
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
