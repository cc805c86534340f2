import { kindOfKey } from './kindOfKey';

/** What stands where a secret will be, or would be of some type. */
const PLACEHOLDER =
  /^(?:none|null|nil|undefined|true|false|yes|no|on|off|default|optional|required|string|str|text|integer|int|boolean|bool|object|change[-_ ]?(?:me|this|it)|replace.*|insert.*|enter.*|your.*|my[-_ ]?(?:password|secret|token|key)|example.*|.*[-_]example|placeholder.*|.*[-_]placeholder|anonymous|dummy.*|redacted|hidden|todo|tbd|fixme|secret|password|token|x{3,}|\*{2,}|\.{2,}|-+|_+|<.*>|\[.*\])$/i;

/** A template, a variable, the address of a secret, a path or the name of a file. */
const ADDRESS =
  /\{\{|\$[{(]|^\$\w+$|^(?:vault|ref\+\w+|arn|env|file|awssm|gcpsm|op|sops):|^projects\/[^/]+\/secrets\/|^\/(?:api|creds|data|etc|home|mnt|opt|run|secrets?|tmp|user|usr|var|vault)\/|^[\w.-]+\.(?:pem|key|crt|json|ya?ml|txt|conf)$/i;

/** Datadog's client tokens are made for browsers; everyone may see them. */
const PUBLIC_TOKEN = /^pub[0-9a-f]{32}$/;

/**
 * Whether a text that stands where a secret may be is none: nothing, a placeholder such as fence's `REPLACEME`
 * (`gen3-helm:helm/fence/values.yaml`), or a reference to a secret that is somewhere else.
 */
export function isReference(text: string): boolean {
  const value = text.trim();
  return (
    value === '' ||
    PLACEHOLDER.test(value) ||
    ADDRESS.test(value) ||
    PUBLIC_TOKEN.test(value) ||
    // The name of a secret's member: `secretKey: aws_secret_access_key` (`gen3-helm:helm/data-upload-cron/values.yaml`).
    (/^[A-Za-z]+(?:_[A-Za-z]+)+$/.test(value) && kindOfKey(value) !== undefined)
  );
}
