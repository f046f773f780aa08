// The first module of each worker, so that it runs before any other does.

import * as seal from "./seal.js";

/** Begun before what it needs is gone. */
export const sealed = seal.sealed();
seal.strip();
