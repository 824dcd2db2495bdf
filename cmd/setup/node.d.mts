/** Types of node.mjs. */
export const NODE_VERSION_MIN: string;
export function nodeComplaint(version: string): string | undefined;
export function requireNode(): void;
