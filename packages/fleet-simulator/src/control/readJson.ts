import { IncomingMessage } from 'node:http';

const MAX_BYTES = 64 * 1024;

/**
 * Reads a body.
 *
 * @throws Error with a message for the caller when it is too large.
 */
export async function readBytes(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BYTES) {
      throw new Error(`The body has more than ${MAX_BYTES} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a JSON body.
 *
 * @throws Error with a message for the caller when it is too large or not JSON.
 */
export async function readJson(message: IncomingMessage): Promise<unknown> {
  const text = (await readBytes(message)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The body is not JSON: ${text.slice(0, 100)}`, {
      cause: error,
    });
  }
}
