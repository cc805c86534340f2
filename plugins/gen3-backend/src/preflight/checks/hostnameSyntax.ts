import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { PreflightCheck } from '../types';

const WHY =
  'The hostname is the commons\' name everywhere: in its URL, its certificate, its ingress and the catalog. Unset, the chart says "localhost".';

/** `global.hostname` is the public name of a host. */
export const hostnameSyntax: PreflightCheck = {
  id: 'hostname-syntax',
  title: 'The hostname is one',
  run({ subject }) {
    const key = 'global.hostname';
    const { hostname } = subject;
    if (hostname === undefined || hostname === '') {
      const fix = 'Write the full public name, e.g. heart.example.org';
      const what = 'There is no hostname';
      return [{ severity: 'error', key, what, why: WHY, fix }];
    }
    const parsed = parseHostname(hostname);
    if (parsed.ok) return [];
    const fix =
      'Write the full public name in lower case, without scheme, port and path';
    return [{ severity: 'error', key, what: parsed.message, why: WHY, fix }];
  },
};
