import { crc32 } from 'node:zlib';

/** Content of a file, or what a symbolic link points to. */
export type ArchivedFile = string | { linkTo: string };

/** Writes a tar archive in which all files lie in one folder, as the hosts do. */
export function tarOf(
  files: Record<string, ArchivedFile>,
  folder: string,
): Buffer {
  const records = Object.entries(files).flatMap(([path, file]) => {
    const isText = typeof file === 'string';
    const content = Buffer.from(isText ? file : '');
    const header = Buffer.alloc(512);
    header.write(`${folder}/${path}`, 0);
    header.write('0000644\0', 100);
    header.write('0000000\0', 108);
    header.write('0000000\0', 116);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write(isText ? '0' : '2', 156);
    header.write(isText ? '' : file.linkTo, 157);
    header.write('ustar\x0000', 257);
    // The checksum is taken with spaces in its own place.
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, content, Buffer.alloc(-content.length & 511)];
  });
  return Buffer.concat([...records, Buffer.alloc(1024)]);
}

/** Writes a zip archive without compression. */
export function zipOf(files: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    // Version, flags, method, time and date; checksum, sizes and length of the name are the same in both headers.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), common, name, content);
    central.push(Buffer.from('PK\x01\x02\x14\0'), common, place, name);
    offset += 30 + name.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
