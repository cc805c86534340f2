import { redactUrls } from '../git/redactUrls';
import { posix } from 'node:path';
import { ApplicationSource } from './applicationSchema';
import { FileLocation, NoLocation } from './ValueLayer';

/** Finds where a value file lies that an Application names. */
export function locateFile(options: {
  name: string;
  source: ApplicationSource;
  sources: readonly ApplicationSource[];
  optional: boolean;
}): FileLocation | NoLocation {
  const { name, source, sources, optional } = options;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    return {
      kind: 'unreadable',
      code: 'values-remote',
      name: redactUrls(name),
      message: 'it is a web address, and the portal reads values from git only',
      fix: 'Commit the file to the repository and name it there',
    };
  }
  const ref = /^\$([^/]+)\/(.*)$/.exec(name);
  const from = ref ? sources.find(each => each.ref === ref[1]) : source;
  if (!from) {
    return {
      kind: 'unreadable',
      code: 'values-ref-unknown',
      name,
      message: `the Application has no source with "ref: ${ref?.[1]}"`,
      fix: `Add a source with "ref: ${ref?.[1]}", or correct the name`,
    };
  }
  const root = ref?.[2] !== undefined || name.startsWith('/');
  const path = posix.normalize(
    root ? `./${ref?.[2] ?? name}` : posix.join(from.path ?? '.', name),
  );
  if (path.startsWith('../') || path === '..') {
    return {
      kind: 'unreadable',
      code: 'values-outside',
      name,
      message: 'it leads out of the repository',
      fix: 'Name a file inside the repository',
    };
  }
  return {
    kind: 'file',
    name,
    repository: from.repoURL ?? '',
    revision: from.targetRevision || 'HEAD',
    path: path.replace(/^\/+/, ''),
    besideChart: !ref,
    optional,
  };
}
