import { templateLink } from './templateLink';

describe('templateLink', () => {
  it.each(['/create', '/create/'])(
    'leads from %s to a template',
    scaffolder => {
      const link = templateLink(scaffolder, 'scale-commons', {
        hostname: 'heart.example.org',
      });
      const { pathname, searchParams } = new URL(link, 'https://csoc.example');
      expect(pathname).toBe('/create/templates/default/scale-commons');
      expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
        hostname: 'heart.example.org',
      });
    },
  );

  it('fills in nothing where nothing is known', () => {
    expect(templateLink('/create', 'upgrade-commons')).toBe(
      '/create/templates/default/upgrade-commons',
    );
  });
});
