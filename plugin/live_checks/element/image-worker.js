// Python, alone, from the image: its memory and its code come as one module that the page has compiled.

import { restore } from "./image.js";
import { serve } from "./worker.js";

serve(async (start) => {
  if (start.backend !== "image") throw new TypeError(start.backend);
  return restore(start.module);
});
