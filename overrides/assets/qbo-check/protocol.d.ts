/**
 * What the page and its one worker say to each other, whole.
 *
 * The page fetches every byte and hands it over; the worker needs no network of its own.
 */

/**
 * How the rules run: `image` wakes a CPython that the build put to sleep (image.js); `library` starts Pyodide
 * with a library that was trimmed and compiled for these rules; `stock` starts it as it is published.
 */
export type Way = "image" | "library" | "stock";

/** manifest.json: every file of the runtime, and the ways that need it. */
export interface Manifest {
  files: { name: string; size: number; sha256: string; ways: Way[] }[];
}

/** A file that Pyodide will ask for by that name. Its bytes are transferred, not copied. */
export interface RuntimeFile {
  name: string;
  bytes: ArrayBuffer;
}

/** Page to worker, once: start Python. `base` is the folder that holds Pyodide's own scripts. */
export type Start =
  | { type: "start"; way: "image"; module: WebAssembly.Module }
  | { type: "start"; way: "library" | "stock"; base: string; files: RuntimeFile[] };

/** Page to worker, any number of times. `request` is the JSON that `qbo_checks.browser.answer` takes. */
export interface Check {
  type: "check";
  id: number;
  request: string;
}

/** Page to worker: try every way out of it. The answer's report holds `Attempt[]`. */
export interface Try {
  type: "try";
  id: number;
}

/**
 * What came of one way out: `blocked` by the directive of the policy that the browser quotes, `absent` from this
 * kind of worker, `open`, or `unknown` where it failed and the browser did not say why.
 */
export interface Attempt {
  way: string;
  outcome: "blocked" | "absent" | "open" | "unknown";
  directive: string;
  policy: string;
}

/** Worker to page: Python runs, and the rules are imported. */
export interface Ready {
  type: "ready";
}

/** Worker to page: the answer to the check or the try with that id, as JSON. */
export interface Answered {
  type: "answered";
  id: number;
  report: string;
}

/**
 * Worker to page: start or check (then with its id) went wrong on our side. It says which kind of fault,
 * never what was pasted; an exception's text could hold it.
 */
export interface Failed {
  type: "failed";
  id: number | null;
  reason: Reason;
}

/** Why there is no answer. Each has its words in overrides/partials/qbo-check-words.html. */
export type Reason = "network" | "outdated" | "browser" | "timeout" | "crash";

export type ToWorker = Start | Check | Try;
export type ToPage = Ready | Answered | Failed;

/** What `qbo_checks.run` returns (validators/qbo_checks/model.py, `Report.to_dict`). */
export interface Report {
  check: string;
  lang: "fr" | "en";
  verdict: "pass" | "review" | "fail";
  summary: string;
  findings: Finding[];
  cleaned: Record<string, string>;
  comparison: Comparison | null;
}

/** What a field should hold and what it holds, to stand one above the other. */
export interface Comparison {
  field: string;
  expected: Run[];
  pasted: Run[];
}

/** A stretch of text, and whether it differs from the other text. */
export type Run = [text: string, differs: boolean];

export interface Finding {
  code: string;
  severity: "error" | "warning" | "note";
  field: string;
  span: [number, number] | null;
  excerpt: [string, string, string] | null;
  message: string;
  help: string;
  /** The likeliest first, empty for most codes; `step` is the id of a heading of the guide. */
  causes: { text: string; step: string | null }[];
  /** The id of the question, where the field holds the answers to many. */
  question?: string;
}

/** The answers to the questionnaire by the ids of its questions. */
export type Answers = Record<string, string | number | string[]>;

/** What a document of answers holds (validators/qbo_checks/browser.py). */
export interface Document {
  answers: Answers;
  findings: Finding[];
  refused: boolean;
}
