import { gzipSync } from 'node:zlib';

/** A thing in an archive. */
export interface TarEntry {
  path: string;
  content?: string | Buffer;
  /** As in the header: `0` a file, `2` a link, `5` a folder. @defaultValue `0` */
  type?: string;
  linkTo?: string;
}

/**
 * Makes a compressed archive byte by byte, because programs that make archives refuse what hostile ones have in them.
 *
 * @example
 * createTar([{ path: 'gen3/Chart.yaml', content: 'name: gen3' }]);
 */
export function createTar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ path, content = '', type, linkTo }) => {
    const body = typeof content === 'string' ? Buffer.from(content) : content;
    const padding = Buffer.alloc((512 - (body.length % 512)) % 512);
    return [headerOf({ path, type, linkTo, size: body.length }), body, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function headerOf(entry: {
  path: string;
  type?: string;
  linkTo?: string;
  size: number;
}): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) =>
    `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(entry.path, 0, 100);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(entry.size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write(entry.type ?? '0', 156);
  header.write(entry.linkTo ?? '', 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
