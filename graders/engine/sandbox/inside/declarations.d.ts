// Modules that the bundler makes up for the child; see ../bundle.ts.
declare module "ses-source" {
  const source: string;
  export default source;
}
declare module "child-graders" {
  export const childGraders: Record<string, string>;
}
