import { resolve } from 'node:path';

/** Folder of the checkout. */
// eslint-disable-next-line no-restricted-syntax -- this package only runs from a checkout, never from a build
export const REPOSITORY = resolve(__dirname, '../../..');

/** Arguments that make `node` run TypeScript, as `backstage-cli` does. */
export const TYPESCRIPT = [
  '--require',
  '@backstage/cli/config/nodeTransform.cjs',
];

/** The Backstage command line of this checkout. */
export const BACKSTAGE_CLI = resolve(
  REPOSITORY,
  'node_modules/.bin/backstage-cli',
);
