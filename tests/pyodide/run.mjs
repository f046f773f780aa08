// Runs pytest inside Pyodide, in Node: the rules as the page gets them (the packed wheel), the test files
// as they are, and pytest from the project's own environment.
//
//   node run.mjs RUNTIME SITE_PACKAGES TESTS [pytest's arguments…]

import { loadPyodide } from "pyodide";

const [runtime, sitePackages, tests, ...options] = process.argv.slice(2);

const pyodide = await loadPyodide({
  lockFileURL: `${runtime}/pyodide-lock.json`,
  stdLibURL: `${runtime}/python_stdlib.zip`,
  packages: ["qbo-checks"],
  env: { PYTHONDONTWRITEBYTECODE: "1", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" },
});

for (const [path, root] of [
  ["/host/packages", sitePackages],
  ["/host/tests", tests],
]) {
  pyodide.FS.mkdirTree(path);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root }, path);
}

pyodide.globals.set("options", pyodide.toPy(options));
process.exitCode = await pyodide.runPythonAsync(`
import os, sys

# After Pyodide's own paths: the rules must come from the wheel.
sys.path += ["/host/packages", "/host/tests/support"]
os.chdir("/host/tests/validators")

import pytest
import qbo_checks

assert "/site-packages/" in qbo_checks.__file__, qbo_checks.__file__
int(pytest.main(["-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", ".", *options]))
`);
