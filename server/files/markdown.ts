/** Text that stands for itself in Markdown (CommonMark): none of it is markup. */
export const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d+[.)])/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.at(-1)}`,
    )
