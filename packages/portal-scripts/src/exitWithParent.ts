/**
 * Preloaded into every child of `make start`: the channel to the parent closes when the parent is gone, however it
 * went, and then this process has no reason to live. A backend without its parent would hold the port for ever.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a process alive that has nothing left to do.
process.channel?.unref();
