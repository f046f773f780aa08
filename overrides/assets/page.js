// What every page does besides its checks.
import "./language-switch.js";
import "./shortcuts.js";
import "./keyboard.js";
import "./report.js";
import "./offline.js";
