/**
 * What the page and its one worker say to each other, whole.
 *
 * The page fetches every byte and hands it over; the worker needs no network of its own.
 */

/**
 * How the rules run: `image` restores a snapshot of CPython that the build made (image.js); `library` starts Pyodide
 * with a library that was trimmed and compiled for these rules; `stock` starts it as it is published.
 */
export type Backend = "image" | "library" | "stock";

/** A file of the runtime as the page was built with it: `integrity` is its digest as a browser takes it, `sha256-…`. */
export interface PackedFile {
  name: string;
  size: number;
  integrity: string;
  backends: Backend[];
}

/**
 * What the page knows of the runtime: the folder, and every file in it; and whether the page is the one of
 * `mkdocs serve`, whose author wants to read tracebacks.
 */
export interface Packed {
  folder: URL;
  files: PackedFile[];
  debug: boolean;
  /** For who keeps the guide on their device: the image as it is kept, or nothing where it is not. */
  kept?: Promise<Kept | undefined>;
}

/** The image as the reader keeps it, not yet compared with what the page was built with, and its code once compiled. */
export interface Kept {
  response: Response;
  compiled?: Promise<WebAssembly.Module>;
}

/** A file that Pyodide will ask for by that name. Its bytes are transferred, not copied. */
export interface RuntimeFile {
  name: string;
  bytes: ArrayBuffer;
}

/** Worker to page, first: it runs, and has nothing left that could send. Else it has failed. */
export interface Begun {
  type: "begun";
}

/** Page to worker, once: start Python. */
export type Start = { type: "start"; debug: boolean } & (
  | { backend: "image"; module: WebAssembly.Module }
  | { backend: "library" | "stock"; files: RuntimeFile[] }
);

/**
 * Page to worker, before anything is handed over to be checked: look whether your policy is at work. The answer is
 * `true`, or the worker has failed. The browser writes to its console what it forbids, so it is asked for when a
 * reader shows that they want an answer, and not wherever a page is opened.
 */
export interface Prove {
  type: "prove";
  id: number;
}

/** Page to worker, any number of times. `request` is the JSON that `qbo_checks.browser.answer` takes. */
export interface Check {
  type: "check";
  id: number;
  request: string;
}

/**
 * What came of one route to a server: `blocked` by the directive of the policy that the browser quotes, `absent` from this
 * kind of worker, `open`, or `unknown` where it failed and the browser did not say why. `removed` tells that it is
 * gone before Python starts. `policies` are those that forbade it, whole.
 */
export interface Attempt {
  route: string;
  outcome: "blocked" | "absent" | "open" | "unknown";
  directive: string;
  policies: string[];
  removed: boolean;
}

/** Worker to page: Python runs, and the rules are imported. */
export interface Ready {
  type: "ready";
}

/** Worker to page: the answer to what has that id, as JSON. */
export interface Answered {
  type: "answered";
  id: number;
  report: string;
}

/**
 * Worker to page: start, or what has that id, went wrong on our side. It says which kind of fault,
 * never what was pasted; an exception's text could hold it. Under `mkdocs serve`, and nowhere else, `traceback` is
 * that text.
 */
export interface Failed {
  type: "failed";
  id: number | null;
  reason: Reason;
  traceback?: string;
}

/** Why there is no answer. Each has its words in overrides/partials/qbo-check-words.html. */
export type Reason =
  | "network"
  | "outdated"
  | "altered"
  | "browser"
  | "host"
  | "unsealed"
  | "timeout"
  | "crash";

export type ToWorker = Start | Prove | Check;
export type ToPage = Begun | Ready | Answered | Failed;

/** What `qbo_checks.run` returns (validators/qbo_checks/model.py, `Report.to_dict`). */
export interface Report {
  check: string;
  lang: "fr" | "en";
  verdict: "pass" | "review" | "fail";
  summary: string;
  findings: Finding[];
  cleaned: Record<string, string>;
  /** What of each corrected value may be displayed; nothing of a secret. */
  shown: Record<string, string | null>;
  comparison: Comparison | null;
  /** The fields that the page may keep: nothing in them is, or may be, a secret. */
  keepable: string[];
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
  why: string;
  /** What Intuit or Codat shows when it happens. */
  seen: string;
  /** The likeliest first, empty for most codes; `step` is the id of a heading of the guide. */
  causes: { text: string; step: string | null }[];
  /** Where it is mended; null where the code alone does not say. */
  side: "intuit" | "codat" | "code" | "customer" | null;
  /** What to copy, each by its environment. */
  values: { environment: string; value: string }[];
  /** Another check that can tell more, and what the text held for its fields, never a secret. */
  offer: { check: string; fields: Record<string, string> } | null;
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
