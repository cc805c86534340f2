import { mayDeclareApplications } from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import { toCallerError } from '../changes/toCallerError';
import { folderOf } from './folderOf';
import type { GitContext } from './readCommonsInGit';

/** Folders that hold the Applications of several commons. */
const SORTING = ['deployments', 'applications', 'argocd', 'apps'];

/**
 * All files in the folder of an Application, when the folder is of that commons alone: nothing else in it declares an Application.
 *
 * @returns sorted; empty when the folder is shared
 */
export async function readOwnFiles(
  path: string,
  { target, host, signal }: Pick<GitContext, 'target' | 'host' | 'signal'>,
): Promise<string[]> {
  const folder = folderOf(path);
  if (folder === '' || SORTING.includes(posix.basename(folder))) return [];
  const paths = await toCallerError(() =>
    host.findFiles({
      ref: target.branch,
      matching: each => each.startsWith(`${folder}/`),
      signal,
    }),
  );
  const texts = await toCallerError(() =>
    host.readFiles({
      ref: target.branch,
      paths: paths.filter(each => each !== path && /\.ya?ml$/i.test(each)),
      signal,
    }),
  );
  const isShared = [...texts.values()].some(
    text => text !== undefined && mayDeclareApplications(text),
  );
  return isShared ? [] : paths;
}
