import { InputError } from '@backstage/errors';
import { scanText } from '../preflight/secrets/scanText';

/** What is scanned by preflight, which says where in it a secret is. */
const SCANNED_LATER = 'values';

/**
 * Keeps secrets out of free texts, which are shown to reviewers and kept for ever.
 *
 * @param field - what the text is, for people: `The reason for closing`
 * @throws InputError that names the kind of the secret and never its value.
 */
export function refuseSecrets(field: string, text: string): void {
  const [secret] = scanText(text);
  if (!secret) return;
  throw new InputError(
    `${field} seems to hold a secret (${secret.kind}). Take it out, and renew it if it was real`,
  );
}

/**
 * Keeps secrets out of everything that is made of a request: messages repeat what they object to, names of answers included, so it is looked at
 * before anything else does. The values of a chart are not looked at here.
 *
 * @throws InputError as {@link refuseSecrets}, with the name of the answer.
 */
export function refuseSecretsIn(body: unknown): void {
  look(body, []);
}

function look(part: unknown, path: string[]): void {
  if (typeof part === 'string') {
    refuseSecrets(`The answer "${path.join('.')}"`, part);
  } else if (typeof part === 'object' && part !== null) {
    for (const [name, value] of Object.entries(part)) {
      if (path.length === 0 && name === SCANNED_LATER) continue;
      refuseSecrets('The name of an answer', name);
      look(value, [...path, name]);
    }
  }
}
