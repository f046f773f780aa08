/** What the event `qbo-check` tells, which bubbles from the element: never what was pasted. */
export interface QboCheckDetail {
  /** The id of the check, such as `redirect-uri`. */
  check: string | null;
  /** `failed` after a frame that did not load, or a check that could not run. */
  state: "idle" | "loading" | "ready" | "checking" | "done" | "failed";
  /** Once the state is `done`. */
  verdict: "pass" | "review" | "fail" | undefined;
  /** What was found, such as `redirect-uri.trailing-slash`. The guide explains each; none is ever renamed. */
  codes: string[];
}

/** Attributes: `check`, `lang` (or that of the nearest element that has one), `environment`. */
export interface QboCheckElement extends HTMLElement {}

/**
 * Define `<qbo-check>`; a second call, or one on a server, does nothing.
 *
 * @param portal where the guide is, with a slash at its end: `https://guide.example/`
 */
export function define(portal: string | URL): void;

declare global {
  interface HTMLElementTagNameMap {
    "qbo-check": QboCheckElement;
  }
  interface HTMLElementEventMap {
    "qbo-check": CustomEvent<QboCheckDetail>;
  }
}
