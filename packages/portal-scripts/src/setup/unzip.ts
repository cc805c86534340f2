import { chmodSync } from 'node:fs';
import { basename, join } from 'node:path';
import AdmZip from 'adm-zip';

/** Unpacks named files of a zip archive into one folder, as programs. */
function unzip(archive: string, folder: string, names: string[]): void {
  const zip = new AdmZip(archive);
  for (const name of names) {
    if (!zip.extractEntryTo(name, folder, false, true)) {
      throw new Error(`"${archive}" has no "${name}"`);
    }
    chmodSync(join(folder, basename(name)), 0o755);
  }
}

const [archive, folder, ...names] = process.argv.slice(2);
unzip(archive, folder, names);
