import { fieldsOfTemplate } from './fieldsOfTemplate';

describe('fieldsOfTemplate', () => {
  it('has the title of each field with that of its page', () => {
    const fields = fieldsOfTemplate([
      {
        title: 'Identity',
        schema: {
          properties: { hostname: { title: 'Hostname' }, note: {} },
        },
      },
      {
        title: 'Place',
        schema: { properties: { source: { title: 'GitOps repository' } } },
      },
      { title: 'Nothing', schema: {} },
    ]);
    expect(Object.fromEntries(fields)).toEqual({
      hostname: { title: 'Hostname', page: 'Identity' },
      note: { title: 'note', page: 'Identity' },
      source: { title: 'GitOps repository', page: 'Place' },
    });
  });
});
