import { parseDictionary } from './parseDictionary';

const node = (id: string) => ({
  id,
  title: id,
  type: 'object',
  category: 'administrative',
  properties: { type: { enum: [id] } },
});

describe('parseDictionary', () => {
  it('reads a schema.json as Gen3 publishes it', () => {
    const text = JSON.stringify({
      '_definitions.yaml': { id: '_definitions', UUID: { type: 'string' } },
      '_settings.yaml': { _dict_version: '1.2.3' },
      '_terms.yaml': { id: '_terms' },
      'metaschema.yaml': node('metaschema'),
      'project.yaml': node('project'),
      'program.yaml': node('program'),
      'case.yaml': node('case'),
    });
    expect(parseDictionary(text)).toEqual({
      kind: 'loaded',
      nodes: ['case', 'program', 'project'],
    });
  });

  it('reads a dump whose keys are the plain names', () => {
    const text = JSON.stringify({
      _definitions: {},
      program: node('program'),
      project: node('project'),
    });
    expect(parseDictionary(text)).toEqual({
      kind: 'loaded',
      nodes: ['program', 'project'],
    });
  });

  it.each([
    ['a page', '\n<!DOCTYPE html><title>Not here</title>', 'HTML'],
    ['half an object', '{"program.yaml": {', 'no JSON object'],
    ['a list', '[]', 'no JSON object'],
    ['nothing', '', 'no JSON object'],
    ['settings of something else', '{"name": "app"}', 'single node type'],
    [
      'a schema without a category',
      '{"case.yaml": {"id": "case", "properties": {}}}',
      'single node type',
    ],
    [
      'a dictionary without projects',
      JSON.stringify({ 'program.yaml': node('program') }),
      'has no node type "project"',
    ],
  ])('does not take %s for one', (_, text, why) => {
    expect(parseDictionary(text)).toEqual({
      kind: 'not-a-dictionary',
      why: expect.stringContaining(why),
    });
  });
});
