import { commonsEntity } from '../__testUtils__/entities';
import { editLink } from './editLink';

describe('editLink', () => {
  it.each([
    ['upgrade', { waves: [['heart.example']] }],
    ['maintenance', { hostname: 'heart.example' }],
    ['scale', { hostname: 'heart.example' }],
    ['retire', { hostname: 'heart.example' }],
  ] as const)(
    'fills in the commons of the template for %s',
    (edit, answers) => {
      const link = editLink('/create', edit, commonsEntity);
      const { pathname, searchParams } = new URL(link, 'https://csoc.example');
      expect(pathname).toBe(`/create/templates/default/${edit}-commons`);
      expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual(answers);
    },
  );
});
