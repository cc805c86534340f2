import { templateLink } from './templateLink';

describe('templateLink', () => {
  it.each(['/create', '/create/'])(
    'leads from %s to a template',
    scaffolder => {
      const link = templateLink(scaffolder, 'scale-commons', {
        commons: 'system:default/heart.example.org',
      });
      const { pathname, searchParams } = new URL(link, 'https://csoc.example');
      expect(pathname).toBe('/create/templates/default/scale-commons');
      expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
        commons: 'system:default/heart.example.org',
      });
    },
  );
});
