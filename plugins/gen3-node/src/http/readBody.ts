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
  const { content, truncated } = await readBytes(stream, maxBytes);
  return { text: content.toString('utf8'), truncated };
}

/** As {@link readBody}, for what is no text. */
export async function readBytes(
  stream: Readable,
  maxBytes: number,
): Promise<{ content: Buffer; truncated: boolean }> {
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
    content: Buffer.concat(chunks).subarray(0, maxBytes),
    truncated: size > maxBytes,
  };
}
