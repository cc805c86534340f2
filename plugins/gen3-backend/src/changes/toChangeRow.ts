import type { NewChange } from './ChangeStore';

/** The row of a change that begins now. */
export function toChangeRow(change: NewChange, now: number) {
  return {
    id: change.id,
    kind: change.kind,
    state: 'proposing',
    title: change.title,
    hostname: change.hostname,
    open_hostname: change.hostname,
    entity_ref: change.entityRef,
    source: change.source,
    owner: change.owner,
    tier: change.tier,
    // Changes are made to commons that we operate.
    relationship: 'managed',
    author: change.author,
    host: change.host,
    branch: change.branch,
    url: change.url ?? null,
    base_commit: change.baseCommit ?? null,
    commit: change.commit ?? null,
    description: change.description,
    message: change.message,
    request_json: JSON.stringify(change.request),
    files_json: JSON.stringify(change.files),
    accepted_json: JSON.stringify(change.accepted),
    idempotency_key: change.idempotencyKey ?? null,
    created_at: now,
    updated_at: now,
  };
}
