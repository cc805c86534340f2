/** What can only be a value: a key of AWS, or the head of a PEM block. */
const LOOKS_LIKE_A_VALUE = /AKIA|-----BEGIN|PRIVATE KEY/;
const NAME = /^[A-Za-z0-9/_.+=@-]{1,253}$/;

/** Whether a text may be the name of a secret. Says no to what looks like a secret's value. */
export function isSecretName(text: string): boolean {
  return NAME.test(text) && !LOOKS_LIKE_A_VALUE.test(text);
}
