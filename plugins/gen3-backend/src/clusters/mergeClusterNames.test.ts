import { mergeClusterNames } from './mergeClusterNames';

it('adds clusters without any commons to those of commons, each once and in order', () => {
  expect(
    mergeClusterNames({
      visible: ['west', 'gone'],
      taken: ['west', 'gone'],
      configured: ['west', 'spare', 'east'],
    }),
  ).toEqual(['east', 'gone', 'spare', 'west']);
});

it('keeps clusters to itself whose commons the caller may not see', () => {
  expect(
    mergeClusterNames({
      visible: ['west'],
      taken: ['west', 'secret'],
      configured: ['west', 'secret', 'spare'],
    }),
  ).toEqual(['spare', 'west']);
});
