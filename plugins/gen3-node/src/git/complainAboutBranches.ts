import { complainAboutRef, isCommitId } from './gitNames';

/** Says what is wrong with the names of a change, or undefined. */
export function complainAboutBranches(names: {
  branch: string;
  base?: string;
  commit?: string;
}): string | undefined {
  const { branch, base, commit } = names;
  for (const name of base === undefined ? [branch] : [branch, base]) {
    const complaint =
      isCommitId(name) || name === 'HEAD'
        ? 'it stands for a commit already'
        : complainAboutRef(name);
    if (complaint) {
      return `${JSON.stringify(
        name.slice(0, 250),
      )} can be no branch: ${complaint}`;
    }
  }
  if (branch === base) return `"${branch}" cannot be its own base`;
  if (commit !== undefined && !isCommitId(commit)) {
    return `${JSON.stringify(commit.slice(0, 100))} is not a full commit id`;
  }
  return undefined;
}
