/** Files that are embedded as they are: the import gives a path to read them from. */
declare module "*.bin" {
  const path: string;
  export default path;
}
