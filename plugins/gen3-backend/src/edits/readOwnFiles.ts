import {
  mayDeclareApplications,
  readYaml,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import { toCallerError } from '../changes/toCallerError';
import { folderOf } from './folderOf';
import type { GitContext } from './readCommonsInGit';

/** Folders that hold the Applications of several commons. */
const SORTING = ['deployments', 'applications', 'argocd', 'apps'];

/** Values of a commons. */
const valuesSchema = z.object({ global: z.object({ hostname: z.string() }) });

/**
 * All files in the folder of an Application, when the folder is of that commons alone: it is named after it, as those of all layouts are, and nothing in
 * it declares another Application or holds the values of another commons. Who else reads files of it is not asked, because that would
 * take every file of the repository: hence the name.
 *
 * @returns sorted; empty when the folder is shared, or may be
 */
export async function readOwnFiles(
  commons: { path: string; hostname: string; releaseName: string },
  { target, host, signal }: Pick<GitContext, 'target' | 'host' | 'signal'>,
): Promise<string[]> {
  const { path } = commons;
  const folder = folderOf(path);
  if (!isNamedAfter(folder, commons)) return [];
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
    text =>
      text !== undefined &&
      (mayDeclareApplications(text) || isOfAnother(text, commons.hostname)),
  );
  return isShared ? [] : paths;
}

/** By its hostname; or by its release in Helm, where that is the hostname or the beginning of it (`environments/eye` of `eye.example.org`). */
function isNamedAfter(
  folder: string,
  { hostname, releaseName }: { hostname: string; releaseName: string },
): boolean {
  const segments = folder.split('/');
  const last = segments.at(-1);
  if (last === undefined || SORTING.includes(last)) return false;
  const host = hostname.replaceAll('.', '-');
  return (
    segments.includes(hostname) ||
    (last === releaseName &&
      (host === releaseName || host.startsWith(`${releaseName}-`)))
  );
}

/** Templates are no YAML, and no values either. */
function isOfAnother(text: string, hostname: string): boolean {
  const yaml = text.includes('hostname') ? readYaml(text) : undefined;
  return (
    yaml?.ok === true &&
    yaml.documents.some(document => {
      const { data } = valuesSchema.safeParse(document);
      return data !== undefined && data.global.hostname !== hostname;
    })
  );
}
