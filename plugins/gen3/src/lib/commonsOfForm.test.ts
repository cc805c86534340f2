import { commonsOfForm } from './commonsOfForm';

describe('commonsOfForm', () => {
  it.each([
    ['nothing', undefined, []],
    ['no commons', { mode: 'on' }, []],
    ['one', { hostname: 'heart.example' }, ['heart.example']],
    [
      'waves',
      { waves: [['heart.example'], ['lung.example', 'hub.example']] },
      ['heart.example', 'lung.example', 'hub.example'],
    ],
    ['waves that are unfinished', { waves: [[], [null]] }, []],
  ])('says of %s whom it asks for', (_, formData, expected) => {
    expect(commonsOfForm(formData)).toEqual(expected);
  });
});
