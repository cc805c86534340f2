/**
 * Preloaded into every child of `make start`: the channel to the parent closes when the parent is gone, however it
 * went, and then this process has no reason to live. A backend without its parent would hold the port for ever.
 */
const GRACE_MS = 8_000;

process.once('disconnect', () => {
  // Nobody reads this process' output any more; a log line on the way out must not get in the way.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
});
// The channel alone must not keep a process alive that has nothing left to do.
process.channel?.unref();
