import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeYaml } from './writeYaml';

jest.setTimeout(60_000);

const canLint = spawnSync('yamllint', ['--version']).status === 0;
// On a person's machine the linter may be missing; where everything is tested it may not.
const itLints = canLint || process.env.CI ? it : it.skip;

/** What YAML 1.1 or Go take for a boolean, a number, a day or nothing. */
const NO_TEXTS = [
  ...['on', 'off', 'On', 'yes', 'no', 'YES', 'y', 'n', 'Y', 'N', 'true'],
  ...['~', 'null', 'Null', '', '<<', '='],
  ...['1_000', '0777', '0o17', '-0o7', '0x1F', '0X1F', '0B1', '0b1_0', '+1'],
  ...['1e3', '1.', '.5', '-.5', '1_0.5', '.inf', '.NaN', '2026.10'],
  ...['12:30:45', '190:20:30.15', '2026-10-01', '2026-10-01T10:00:00Z'],
];

const WORDS = 'so that it is more than eighty characters long, '.repeat(3);

const LONG = {
  sentence: WORDS.trim(),
  'with a long key, which stands before it': WORDS.trim().slice(0, 60),
  'with space around it': ` ${WORDS}`,
  word: 'x'.repeat(100),
  mark: `# ${WORDS.trim()}`,
  json: `{\n\t"first": "${WORDS}",\n  "second": 2\n}\n`,
  yaml: `authz:\n  policies:\n  - id: a   \n    description: ${WORDS}\n\n\n\n\n  all: {}\n`,
  end: 'ends with empty lines\n\n\n',
  windows: 'one\r\ntwo\r\n',
  list: [WORDS.trim(), { name: WORDS.trim(), more: [WORDS.trim()] }],
};

describe('writeYaml', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gen3-test-yaml-'));
    mkdirSync(join(folder, 'templates'));
    const files = {
      'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'templates/a.yaml': 'json: {{ .Values.given | toJson | quote }}\n',
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** What Helm takes the values for. */
  function readByHelm(values: string): unknown {
    const path = join(folder, 'given.yaml');
    writeFileSync(path, values);
    const args = ['template', '--values', path, folder];
    return JSON.parse(
      parse(execFileSync('helm', args, { encoding: 'utf8' })).json,
    );
  }

  // A clone with maintenanceMode "off" got false: Helm reads YAML 1.1.
  it('writes texts that Helm takes for texts, as values and as keys', () => {
    const given = {
      values: NO_TEXTS,
      keys: Object.fromEntries(NO_TEXTS.map(text => [text, 1])),
    };
    const text = writeYaml({ given });
    expect(readByHelm(text)).toEqual(given);
    expect(parse(text, { version: '1.1' })).toEqual({ given });
  });

  it('writes long texts that stay what they are', () => {
    expect(readByHelm(writeYaml({ given: LONG }))).toEqual(LONG);
  });

  it('leaves numbers, booleans and nothing alone', () => {
    expect(writeYaml({ a: 1, b: true, c: null, d: 13, e: '13.3.0' })).toBe(
      '---\na: 1\nb: true\nc: null\nd: 13\ne: 13.3.0\n',
    );
  });

  itLints.each(Object.entries(LONG))(
    'passes yamllint without a warning: %s',
    (name, value) => {
      const path = join(folder, 'linted.yaml');
      const header = ['What this file is.'];
      writeFileSync(path, writeYaml({ on: { [name]: value } }, { header }));
      // Throws with what the linter says.
      execFileSync('yamllint', ['--strict', path], { encoding: 'utf8' });
    },
  );

  it('tells yamllint of lines that are as they are, and only of those', () => {
    expect(writeYaml({ a: LONG.sentence })).not.toContain('yamllint');
    expect(writeYaml({ a: LONG.json }, { header: ['Values.'] })).toMatch(
      /^# Values\.\n# yamllint disable rule:line-length\n---\n/,
    );
  });
});
