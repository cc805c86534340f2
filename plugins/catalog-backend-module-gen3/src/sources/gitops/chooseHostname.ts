import {
  Finding,
  parseHostname,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { layerOf } from './layerOf';
import { ReadLayer } from './readLayers';

/** Hostname of a commons and where it is from, or why there is none. */
export type Hostname =
  | {
      ok: true;
      hostname: string;
      from: 'values' | 'parameter' | 'folder';
      findings: Finding[];
    }
  | { ok: false; finding: Finding };

/**
 * The hostname that the values declare, else the folder's name. A declared one that is no hostname quarantines: were the
 * folder to stand in, a typing error would give a known commons another name.
 */
export function chooseHostname(options: {
  declared: unknown;
  folder?: string;
  layers: readonly ReadLayer[];
  file: string;
}): Hostname {
  const { declared, folder, layers, file } = options;
  const key = 'global.hostname';
  if (declared === undefined || declared === null || declared === '') {
    if (folder) {
      return { ok: true, hostname: folder, from: 'folder', findings: [] };
    }
    const finding: Finding = {
      severity: 'error',
      code: 'hostname-missing',
      message: `No value file sets ${key}, and no folder is named by a hostname`,
      fix: `Set ${key} in the values`,
      file,
      key,
    };
    return { ok: false, finding };
  }
  const parsed = parseHostname(declared);
  const layer = layerOf(key, layers);
  if (!parsed.ok) {
    const finding: Finding = {
      severity: 'error',
      code: 'hostname-invalid',
      message: parsed.message,
      fix: `Correct ${key}`,
      file: layer?.file ?? file,
      line: layer?.lineOf(key),
      key,
    };
    return { ok: false, finding };
  }
  const { hostname } = parsed;
  const from = layer?.inline ? 'parameter' : 'values';
  const differs: Finding = {
    severity: 'info',
    code: 'folder-is-not-hostname',
    message: `The folder is named "${folder}", the commons "${hostname}"`,
    fix: 'Nothing, if that is meant: the hostname of the values counts',
    file,
  };
  const findings = folder && folder !== hostname ? [differs] : [];
  return { ok: true, hostname, from, findings };
}
