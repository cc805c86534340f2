import type { ChangeSession } from './ChangeSession';

/** The work of `ChangeHost.close`. */
export async function closeChange(
  session: ChangeSession,
  change: { branch: string; commit?: string },
): Promise<void> {
  const { branch, commit } = change;
  await session.land(branch, async () => {
    const [tip] = await session.commitsAt([`refs/heads/${branch}`]);
    if (!tip) return { kind: 'done', value: undefined };
    if (commit && tip !== commit) {
      throw session.fail({
        reason: 'branch-moved',
        detail: `branch "${branch}" is at ${tip} and no more at ${commit}`,
        fix: 'look at what is on the branch now, and close that',
      });
    }
    const end = await session.push({ branch, from: tip, to: undefined });
    return end.kind === 'done' ? { kind: 'done', value: undefined } : end;
  });
}
