import {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  createBranch,
  removeFiles,
} from '@backstage/plugin-scaffolder-node';
import type { FindGitAuth } from './gitAuth';

/** The helpers of the scaffolder that work with git. */
export interface Git {
  addFiles: typeof addFiles;
  cloneRepo: typeof cloneRepo;
  commitAndPushBranch: typeof commitAndPushBranch;
  createBranch: typeof createBranch;
  removeFiles: typeof removeFiles;
}

/** The scaffolder's own. */
export const SCAFFOLDER_GIT: Git = {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  createBranch,
  removeFiles,
};

/** How git gets at the repositories of a host. */
export interface GitAtHost {
  findAuth: FindGitAuth;
  /** Where git finds a repository. @defaultValue at its web address */
  remoteOf?: (repository: string) => string;
  /** @defaultValue that of the scaffolder */
  git?: Git;
}
