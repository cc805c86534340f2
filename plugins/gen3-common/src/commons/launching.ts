/**
 * Lifecycle of a commons that is proposed or merged and that its source has not found yet: its entity is there, and nothing need answer.
 *
 * @public
 */
export const LAUNCHING_LIFECYCLE = 'launching';

/**
 * Lifecycle of a commons that was taken away: its entity stays for its history, and nothing need answer.
 *
 * @public
 */
export const RETIRED_LIFECYCLE = 'retired';
