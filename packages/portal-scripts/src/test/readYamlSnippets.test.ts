import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { REPOSITORY } from '../repository';
import { readYamlSnippets } from './readYamlSnippets';

describe('readYamlSnippets', () => {
  it('finds YAML blocks and leaves others alone', () => {
    const markdown =
      'Save:\n\n```yaml\na: 1\n```\n\nRun:\n\n```sh\nmake start\n```\n\n```yml\nb: 2\n```\n';

    expect(readYamlSnippets(markdown)).toEqual(['a: 1\n', 'b: 2\n']);
  });

  it('finds what README.md tells a newcomer to save', async () => {
    const readme = await readFile(resolve(REPOSITORY, 'README.md'), 'utf8');

    expect(readYamlSnippets(readme).join()).toMatch(/^catalog:\n {2}providers/);
  });
});
