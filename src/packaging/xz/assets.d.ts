/** Files that become a part of the executable; what is imported is the path to read them at. */
declare module "*.wasm" {
  const path: string;
  export default path;
}
