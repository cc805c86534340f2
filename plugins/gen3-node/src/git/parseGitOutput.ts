import type { GitFile } from './GitRepository';

/** Reads `git ls-remote --symref`: what each ref is at, and which branch `HEAD` means. */
export function parseRemoteRefs(output: string): {
  commits: Map<string, string>;
  head?: string;
} {
  const commits = new Map<string, string>();
  let head: string | undefined;
  for (const line of output.split('\n')) {
    const [what = '', ref = ''] = line.split('\t');
    const symbolic = /^ref: refs\/heads\/(.+)$/.exec(what);
    if (symbolic && ref === 'HEAD') head = symbolic[1];
    else if (/^[0-9a-f]{40,64}$/.test(what)) commits.set(ref, what);
  }
  return { commits, head };
}

/** Reads `git ls-tree -r -z`; only regular files (mode 100...) are kept. */
export function parseTree(output: Buffer): GitFile[] {
  const files: GitFile[] = [];
  for (const record of output.toString('utf8').split('\0')) {
    const match = /^100\d{3} blob ([0-9a-f]{40,64})\t(.+)$/s.exec(record);
    if (match?.[1] && match[2]) files.push({ path: match[2], blob: match[1] });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads `git cat-file --batch-check`: the size of each blob, undefined for one that is not there. */
export function parseSizes(output: string): Map<string, number | undefined> {
  const sizes = new Map<string, number | undefined>();
  for (const line of output.split('\n')) {
    const [id, kind, size] = line.split(' ');
    if (id) sizes.set(id, kind === 'blob' ? Number(size) : undefined);
  }
  return sizes;
}

/** Reads `git cat-file --batch`: `<id> blob <size>\n<content>\n` for each. */
export function parseContents(output: Buffer): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) break;
    const [id = '', , size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    const length = Number(size);
    if (Number.isInteger(length)) {
      // A copy: a slice would keep the whole batch in memory for one small file.
      contents.set(id, Buffer.from(output.subarray(at, at + length)));
      at += length + 1;
    }
  }
  return contents;
}
