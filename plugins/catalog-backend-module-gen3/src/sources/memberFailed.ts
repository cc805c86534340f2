import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';

/** What is said of a member over which the portal itself failed. The error's message may quote the file, and is left out. */
export function memberFailed(file: string, error: unknown): Finding {
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    severity: 'error',
    code: 'member-failed',
    message: `${file} and the files that it names cannot be read: the portal failed over them (${kind})`,
    fix: 'Look for something unusual in these files, and report it to the makers of the portal',
    file,
  };
}
