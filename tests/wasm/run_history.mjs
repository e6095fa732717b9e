// Runs the WebAssembly module and prints the hash of its history.  Usage: node run_history.mjs MODULE.wasm
import { readFileSync } from "node:fs";

const NOT_SUPPORTED = 58;  // WASI's ENOTSUP
const STANDARD_ERROR = 2;

let memory;

// The model opens no file and reads no clock. Only messages of a crash are written.
function writeMessage(descriptor, vectors, count, written) {
  const view = new DataView(memory.buffer);
  let total = 0;
  for (let index = 0; index < count; ++index) {
    const start = view.getUint32(vectors + 8 * index, true);
    const length = view.getUint32(vectors + 8 * index + 4, true);
    if (descriptor <= STANDARD_ERROR) process.stderr.write(new Uint8Array(memory.buffer.slice(start, start + length)));
    total += length;
  }
  view.setUint32(written, total, true);
  return 0;
}

const offered = {
  fd_write: writeMessage,
  proc_exit: (code) => { throw new Error(`the module stopped with exit code ${code}`); },
};

const module = await WebAssembly.compile(readFileSync(process.argv[2]));
const system = {};
for (const { module: name, name: call } of WebAssembly.Module.imports(module)) {
  if (name !== "wasi_snapshot_preview1") throw new Error(`the module asks for ${name}.${call}, which nobody offers`);
  system[call] = offered[call] ?? (() => NOT_SUPPORTED);
}
const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: system });
memory = exports.memory;
exports._initialize?.();
console.log(BigInt.asUintN(64, exports.history_hash()).toString(16).padStart(16, "0"));
