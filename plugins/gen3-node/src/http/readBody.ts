import { Readable } from 'node:stream';

/** Text of a body, or as much of it as was allowed. */
export interface Body {
  text: string;
  /** There was more. */
  truncated: boolean;
}

/** Reads at most `maxBytes` of a body as UTF-8; the rest is not fetched: the stream, and so its connection, is closed. */
export async function readBody(
  stream: Readable,
  maxBytes: number,
): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) {
      break;
    }
  }
  return {
    text: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'),
    truncated: size > maxBytes,
  };
}
