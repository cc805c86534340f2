import type { ChangePerson } from './ChangeHost';
import type { ScratchRepository } from './ScratchRepository';

/** Makes a commit and answers its id. */
export async function writeCommit(options: {
  scratch: ScratchRepository;
  tree: string;
  parents: readonly string[];
  message: string;
  author: ChangePerson;
  committer: ChangePerson;
}): Promise<string> {
  const { scratch, tree, parents, message, author, committer } = options;
  const output = await scratch.run({
    operation: 'write the commit',
    args: [
      'commit-tree',
      ...parents.flatMap(parent => ['-p', parent]),
      '-F',
      '-',
      tree,
    ],
    input: `${message.trimEnd()}\n`,
    settings: {
      'author.name': oneLine(author.name),
      'author.email': oneLine(author.email),
      'committer.name': oneLine(committer.name),
      'committer.email': oneLine(committer.email),
      // Whatever the machine's configuration says that messages are written in.
      'i18n.commitEncoding': 'UTF-8',
    },
  });
  return output.trim();
}

/** Git itself takes out the brackets by which it tells name and address apart. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
