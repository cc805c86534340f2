import { InputError } from '@backstage/errors';
import { scanText } from '../preflight/secrets/scanText';

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
