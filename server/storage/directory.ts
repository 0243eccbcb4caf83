import { accessSync, constants, mkdirSync } from 'node:fs'
import { StoreUnusable } from './store.ts'

/** Makes a directory that only this account reads. Throws StoreUnusable, which says which one and why. */
export function makeDirectory(directory: string, name: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    accessSync(directory, constants.W_OK)
  } catch (error) {
    throw new StoreUnusable(`The ${name} directory ${directory} cannot be used: ${(error as Error).message}.`)
  }
}
