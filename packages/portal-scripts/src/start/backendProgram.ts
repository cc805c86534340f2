/**
 * The portal's backend, as a program to start.
 *
 * Left alone, Node lets the heap of a portal that looks into many clusters grow to several times what it holds before it
 * collects garbage, and more so the more memory the machine has. With the first flag it collects once the heap has grown by that
 * part since the last time: no limit, which a larger fleet would die of. The second one gives new objects room (MB) to die young
 * (docs/adr/0012-heap-grows-slowly.md).
 */
export const BACKEND_PROGRAM = {
  name: 'backend',
  script: 'packages/backend/src/index.ts',
  nodeFlags: ['--heap-growing-percent=30', '--max-semi-space-size=32'],
};
