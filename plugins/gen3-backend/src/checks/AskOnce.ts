import { Gen3UpstreamError } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Shares answers and failures by key. What was cancelled is forgotten: it says nothing to the next one who asks. */
export class AskOnce<T> {
  readonly #asked = new Map<string, Promise<T>>();

  /** The answer of whoever asked `key` first. */
  async ask(key: string, ask: () => Promise<T>): Promise<T> {
    const asked = this.#asked.get(key) ?? ask();
    this.#asked.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      if (
        error instanceof Gen3UpstreamError &&
        error.upstreamCause === 'cancelled'
      ) {
        this.#asked.delete(key);
      }
      throw error;
    }
  }
}
