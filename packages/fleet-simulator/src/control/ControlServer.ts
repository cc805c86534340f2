import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { listen } from '../server/listen';
import { hostOf } from '../server/readRequest';
import { answerControl, ControlParts, ControlReply } from './answerControl';
import { readJson } from './readJson';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** JSON API on the loopback interface: which commons there are, what is wrong with them, what was asked of them. */
export class ControlServer {
  readonly #parts: ControlParts;
  readonly #server: Server;
  #port = 0;

  private constructor(parts: ControlParts) {
    this.#parts = parts;
    this.#server = createServer((message, response) => {
      this.#handle(message).then(
        reply => send(response, reply),
        error =>
          send(response, { status: 400, body: { error: `${error.message}` } }),
      );
    });
  }

  /** @throws when the port cannot be listened on. */
  static async start(
    options: ControlParts & { port: number },
  ): Promise<ControlServer> {
    const control = new ControlServer(options);
    control.#port = await listen(control.#server, {
      port: options.port,
      address: '127.0.0.1',
      purpose: 'control API',
    });
    return control;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(message: IncomingMessage): Promise<ControlReply> {
    // A web page that rebinds its name to 127.0.0.1 comes with its own Host.
    if (!LOOPBACK.includes(hostOf(message))) {
      return { status: 403, body: { error: 'Ask by a loopback address' } };
    }
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    return answerControl(this.#parts, {
      method: message.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      readBody: () => readJson(message),
    });
  }
}

function send(response: ServerResponse, reply: ControlReply): void {
  response.writeHead(reply.status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(reply.body));
}
