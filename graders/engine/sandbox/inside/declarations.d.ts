/** A script beside the child's program, by its file's name; see start.ts. */
declare function keptScript(name: string): import("node:vm").Script;
