// Python, alone, from the image: its memory and its code come as one module that the page has compiled.

import { restore } from "./image.js";
import { serve } from "./worker.js";

serve(async (start) => {
  if (start.way !== "image") throw new TypeError(start.way);
  return restore(start.module);
});
